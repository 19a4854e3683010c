import { createCipheriv, createDecipheriv } from 'node:crypto'

/**
 * A file is encrypted in frames, so that it streams and an upload can resume at a frame's edge. Each frame is AES-256-GCM under
 * the file's own key: its nonce is its number, and whether it is the last is bound in, so that no frame can be moved,
 * repeated or cut off unseen. A key encrypts one file once, so a nonce never comes back under it.
 */
const frameLength = 64 * 1024
const tagLength = 16

const nonceOf = (index: number): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(index), 4)
  return nonce
}

const boundTo = (fileId: string, last: boolean): Buffer => Buffer.from(`file:${fileId}:${last ? 'last' : 'more'}`)

function sealFrame(key: Uint8Array, fileId: string, index: number, plain: Uint8Array, last: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index))
  cipher.setAAD(boundTo(fileId, last))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openFrame(key: Uint8Array, fileId: string, index: number, sealed: Buffer, last: boolean): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index))
  decipher.setAAD(boundTo(fileId, last))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagLength)), decipher.final()])
}

/** Cuts a stream into pieces of one length; the last is whatever is left, at least an empty one, and says so. */
async function* pieces(source: AsyncIterable<Uint8Array>, length: number) {
  let held = Buffer.alloc(0)
  for await (const chunk of source) {
    held = Buffer.concat([held, chunk])
    while (held.length > length) {
      yield { piece: held.subarray(0, length), last: false }
      held = held.subarray(length)
    }
  }
  yield { piece: held, last: true }
}

/** Encrypts a stream under the file's own key. */
export async function* encrypt(
  key: Uint8Array,
  fileId: string,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let index = 0
  for await (const { piece, last } of pieces(plain, frameLength)) yield sealFrame(key, fileId, index++, piece, last)
}

/** Decrypts what `encrypt` made. Throws when a bit, a frame or the end is missing or another. */
export async function* decrypt(
  key: Uint8Array,
  fileId: string,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let index = 0
  for await (const { piece, last } of pieces(sealed, frameLength + tagLength))
    yield openFrame(key, fileId, index++, piece, last)
}
