import { z } from 'zod'
import { OwnFileAddress } from '../../forms/own-file.ts'
import { download } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { openOwnFile } from '../queries/open-own-file.ts'

/** A service's own file, to read or print. Public as the catalogue is. */
export const ownFilePage = page('/filer/:ownFile', {
  area: 'public',
  params: z.object({ ownFile: OwnFileAddress }),
  get: async ({ ctx, params }) => download(await openOwnFile(ctx, params.ownFile)),
})
