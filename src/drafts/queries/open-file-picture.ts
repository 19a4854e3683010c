import type { Readable } from 'node:stream'
import { findThumbnail, openThumbnail } from '../../files/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { openRow, readFiles } from '../private-space.ts'

/** Opens the small picture of a file in an own draft. Throws `not-found` for others' drafts, other files, and those that aren't shown small. */
export async function openFilePicture(
  ctx: Context,
  { draft, file: fileId }: { readonly draft: string; readonly file: string },
): Promise<Readable> {
  const found = await inTransaction(ctx, async (tx) => {
    const row = await openRow(ctx, tx, draft, 'read')
    if (row.state !== 'open') throw notFound()
    const file = (await readFiles(ctx, tx, row)).find((present) => present.fileId === fileId)
    const thumbnail = file && (await findThumbnail(ctx, tx, fileId))
    if (!file || thumbnail === undefined) throw notFound()
    return { fileId, key: file.key, thumbnail }
  })
  return await openThumbnail(ctx, found)
}
