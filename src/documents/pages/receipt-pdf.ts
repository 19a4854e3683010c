import { z } from 'zod'
import { findReceipt, receiptPath } from '../../cases/public.ts'
import { notFound } from '../../platform/errors.ts'
import { type Page, page } from '../../platform/http/page.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { submissionCopy } from '../queries/submission-copy.ts'
import { answerCopy } from './answer-copy.ts'

/**
 * The copy for somebody not logged in. The receipt's address may be shown to others, so it alone never leads to what was written: the visit that
 * sent it must still be open in the same browser.
 */
export const receiptPdfPage = (readLetterhead: ReadLetterhead): Page =>
  page(`${receiptPath(':receipt')}/pdf`, {
    area: 'public',
    params: z.object({ receipt: z.string().max(100) }),
    async get({ ctx, params }) {
      const receipt = await findReceipt(ctx, params.receipt)
      if (!receipt?.isSameVisit) throw notFound()
      return answerCopy(await submissionCopy(ctx, { caseId: receipt.caseId }, readLetterhead))
    },
  })
