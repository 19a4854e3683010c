import { randomBytes } from 'node:crypto'
import type { Context } from '../platform/context.ts'
import { newKey, sha256 } from '../platform/cryptography/sealing.ts'
import type { StoredFile } from './file.ts'
import { encrypt } from './frames.ts'

/** Stores a file that the program has made itself. Its row is still to be written, by `insertFile`. */
export async function storeOwnFile(
  ctx: Context,
  file: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer },
): Promise<StoredFile> {
  const fileId = ctx.ids.next()
  const blob = randomBytes(24).toString('hex')
  const key = newKey()
  await ctx.blobs.write(blob, encrypt(key, fileId, oneChunk(file.bytes)))
  return {
    field: '',
    name: file.name,
    stored: true,
    fileId,
    blob,
    key,
    size: file.bytes.length,
    sha256: sha256(file.bytes),
    mediaType: file.mediaType,
    scan: 'own',
    thumbnail: undefined,
  }
}

async function* oneChunk(bytes: Buffer) {
  yield bytes
}
