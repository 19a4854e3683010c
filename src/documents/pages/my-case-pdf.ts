import { z } from 'zod'
import { casePath } from '../../cases/public.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { submissionCopy } from '../queries/submission-copy.ts'
import { answerCopy, WhichSubmission } from './answer-copy.ts'

/** The citizen's own copy. */
export const myCasePdfPage = (readLetterhead: ReadLetterhead): Page =>
  page(`${casePath(':case')}/pdf`, {
    area: 'citizen',
    params: z.object({ case: Id }),
    query: WhichSubmission,
    get: async ({ ctx, params, query }) =>
      answerCopy(await submissionCopy(ctx, { caseId: params.case, sequence: query.inskick }, readLetterhead)),
  })
