import { hkdfSync, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Context } from '../platform/context.ts'
import { keyLength } from '../platform/cryptography/sealing.ts'
import { decrypt, encrypt } from './frames.ts'

type Owner = { readonly fileId: string; readonly key: Uint8Array }

/** Of the file's own key, since a key encrypts one stream only: whoever may open the file may open its small picture. */
const keyOf = ({ key }: Owner): Uint8Array => Buffer.from(hkdfSync('sha256', key, '', 'thumbnail', keyLength))

const bindingOf = ({ fileId }: Owner): string => `${fileId}:thumbnail`

/** Stores the small picture of a file, encrypted, as a blob of its own; answers the blob. */
export async function writeThumbnail(ctx: Context, of: Owner, picture: Buffer): Promise<string> {
  const blob = randomBytes(24).toString('hex')
  await ctx.blobs.write(blob, encrypt(keyOf(of), bindingOf(of), Readable.from([picture])))
  return blob
}

/** Opens the small picture of a file, a WebP. */
export async function openThumbnail(ctx: Context, of: Owner & { readonly thumbnail: string }): Promise<Readable> {
  return Readable.from(decrypt(keyOf(of), bindingOf(of), await ctx.blobs.read(of.thumbnail)))
}
