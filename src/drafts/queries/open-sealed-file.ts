import type { Readable } from 'node:stream'
import { blobOf, openFile } from '../../files/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { DraftFile } from '../content.ts'
import { readSealed } from './read-sealed.ts'

/** A file of what a draft is sealed with, opened. */
export type OpenedSealedFile = Pick<DraftFile, 'questionId' | 'name' | 'mediaType' | 'size'> & {
  readonly body: Readable
}

/**
 * Opens a file of what a draft is sealed with, for its owner and those named to sign it. Which of them are hidden from the named, the caller
 * decides by `readSealed` before. Throws as that does, and `not-found` for other files.
 */
export async function openSealedFile(ctx: Context, draft: string, fileId: string): Promise<OpenedSealedFile> {
  const { file, blob } = await inTransaction(ctx, async (tx) => {
    const { files } = await readSealed(ctx, tx, draft)
    const file = files.find((present) => present.fileId === fileId)
    if (!file) throw notFound()
    return { file, blob: await blobOf(ctx, tx, fileId) }
  })
  const { questionId, name, mediaType, size, key } = file
  return { questionId, name, mediaType, size, body: await openFile(ctx, { fileId, blob, key }) }
}
