import { createHash, randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import type { Context } from '../platform/context.ts'
import { newKey } from '../platform/cryptography/sealing.ts'
import type { ReceivedFile, ReceiveFile } from '../platform/http/received-file.ts'
import { encrypt } from './frames.ts'

/** Bytes at the start of a file that tell its type. */
const headLength = 4100

/** What is taken: bytes at the most, and media types by content. */
export type Limits = { readonly maxBytes: number; readonly accepted: readonly string[] }

class TooLarge extends Error {}

/**
 * Answers how to store incoming files: looks at what a file is, not what it's called, and streams it encrypted into the
 * blob store under a key of its own. A refused file is read to its end and thrown away. Nothing refers to the blob yet.
 */
export function receiveInto(ctx: Context, limits: Limits): ReceiveFile {
  return async ({ field, name, bytes }): Promise<ReceivedFile> => {
    const { head, rest, drain } = await peek(bytes)
    // To its end: the next part of the form comes after it.
    const refuse = async (reason: 'too-large' | 'empty' | 'unknown-type' | 'wrong-type'): Promise<ReceivedFile> => {
      await drain()
      return { field, name, stored: false, reason }
    }
    if (head.length === 0) return await refuse('empty')
    const type = await fileTypeFromBuffer(head)
    if (!type) return await refuse('unknown-type')
    if (!limits.accepted.includes(type.mime)) return await refuse('wrong-type')

    const fileId = ctx.ids.next()
    const blob = randomBytes(24).toString('hex')
    const key = newKey()
    const digest = createHash('sha256')
    let size = 0
    async function* measured() {
      for await (const chunk of rest) {
        size += chunk.length
        if (size > limits.maxBytes) throw new TooLarge()
        digest.update(chunk)
        yield chunk
      }
    }
    try {
      await ctx.blobs.write(blob, encrypt(key, fileId, measured()))
    } catch (error) {
      if (error instanceof TooLarge) return await refuse('too-large')
      throw error
    }
    return { field, name, stored: true, fileId, blob, key, size, sha256: digest.digest(), mediaType: type.mime }
  }
}

/** Reads the start of a stream; gives the whole of it back, or throws away what has not been read yet. */
async function peek(
  bytes: Readable,
): Promise<{ head: Buffer; rest: AsyncIterable<Uint8Array>; drain: () => Promise<void> }> {
  const source = bytes.iterator({ destroyOnReturn: false })
  const held: Uint8Array[] = []
  let length = 0
  while (length < headLength) {
    const next: IteratorResult<Uint8Array> = await source.next()
    if (next.done) break
    held.push(next.value)
    length += next.value.length
  }
  async function* whole() {
    yield* held
    for (;;) {
      const next: IteratorResult<Uint8Array> = await source.next()
      if (next.done) return
      yield next.value
    }
  }
  // By the iterator: while it listens to the stream, `resume()` does nothing.
  const drain = async () => {
    while (!(await source.next()).done);
  }
  return { head: Buffer.concat(held), rest: whole(), drain }
}
