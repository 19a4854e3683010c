import { z } from 'zod'
import { casePath, staffCasePath } from '../../cases/public.ts'
import type { Context } from '../../platform/context.ts'
import { type Download, download } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { evidencePath } from '../paths.ts'
import { evidenceBundle } from '../queries/evidence-bundle.ts'

/** The signatures of a case with all that proves them: for its case workers, and for who applied. */
export const evidencePages = (readLetterhead: ReadLetterhead): readonly Page[] => [
  page(evidencePath(staffCasePath(':case')), {
    area: 'staff',
    params: z.object({ case: Id }),
    get: async ({ ctx, params }) => await answerBundle(ctx, params.case, readLetterhead),
  }),
  page(evidencePath(casePath(':case')), {
    area: 'citizen',
    params: z.object({ case: Id }),
    get: async ({ ctx, params }) => await answerBundle(ctx, params.case, readLetterhead),
  }),
]

async function answerBundle(ctx: Context, caseId: string, readLetterhead: ReadLetterhead): Promise<Download> {
  const { number, zip } = await evidenceBundle(ctx, caseId, readLetterhead)
  // How long it gets is known when it has been written.
  return download({ name: `${number}-underskrifter.zip`, mediaType: 'application/zip', size: undefined, body: zip })
}
