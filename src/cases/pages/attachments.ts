import type { Context } from '../../platform/context.ts'
import { type Download, download } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { casePath, staffCasePath } from '../case.ts'
import { openAttachment } from '../queries/open-attachment.ts'
import { FileParameters } from './parameters.ts'

const answerFile = async (ctx: Context, params: { readonly case: string; readonly file: string }): Promise<Download> =>
  download(await openAttachment(ctx, { caseId: params.case, fileId: params.file }))

/** The files of a case, for its parties and for the case workers of its group: the same files at two addresses, for two sessions. */
export const attachmentPages: readonly Page[] = [
  page(`${casePath(':case')}/bilagor/:file`, {
    area: 'citizen',
    params: FileParameters,
    get: async ({ ctx, params }) => await answerFile(ctx, params),
  }),
  page(`${staffCasePath(':case')}/bilagor/:file`, {
    area: 'staff',
    params: FileParameters,
    get: async ({ ctx, params }) => await answerFile(ctx, params),
  }),
]
