import { z } from 'zod'
import { download } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { sealedFilePath } from '../paths.ts'
import { openSharedFile } from '../queries/open-shared-file.ts'

/** A file of what waits for signatures, for its owner and those who have been asked to sign. */
export const sealedFilePage: Page = page(sealedFilePath(':request', ':file'), {
  area: 'citizen',
  params: z.object({ request: Id, file: Id }),
  get: async ({ ctx, params }) => download(await openSharedFile(ctx, { draft: params.request, file: params.file })),
})
