import { z } from 'zod'
import { staffCasePath } from '../../cases/public.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { submissionCopy } from '../queries/submission-copy.ts'
import { answerCopy, WhichSubmission } from './answer-copy.ts'

/** The case worker's copy; to open it is to read the case. */
export const staffCasePdfPage = (readLetterhead: ReadLetterhead): Page =>
  page(`${staffCasePath(':case')}/pdf`, {
    area: 'staff',
    params: z.object({ case: Id }),
    query: WhichSubmission,
    get: async ({ ctx, params, query }) =>
      answerCopy(await submissionCopy(ctx, { caseId: params.case, sequence: query.inskick }, readLetterhead)),
  })
