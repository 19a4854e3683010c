import { z } from 'zod'
import { thumbnailType } from '../../files/public.ts'
import { download } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { filePicturePath } from '../paths.ts'
import { openFilePicture } from '../queries/open-file-picture.ts'

/** An own picture, made small, for the step that it lies in. */
export const filePicturePage: Page = page(filePicturePath(':draft', ':file'), {
  area: 'public',
  params: z.object({ draft: Id, file: Id }),
  get: async ({ ctx, params }) =>
    download({
      name: 'bild.webp',
      mediaType: thumbnailType,
      size: undefined,
      body: await openFilePicture(ctx, params),
    }),
})
