import type { Context } from '../platform/context.ts'
import { decrypt, encrypt } from './frames.ts'

/** A part of a file that hasn't arrived as a whole: its blob, its own key, and what its frames are bound to. */
export type Part = { readonly blob: string; readonly key: Uint8Array; readonly binding: string }

/** Stores a part, encrypted; answers how many bytes it has. Throws `StorageFull`. */
export async function storePart(ctx: Context, part: Part, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0
  async function* measured() {
    for await (const chunk of bytes) {
      size += chunk.length
      yield chunk
    }
  }
  await ctx.blobs.write(part.blob, encrypt(part.key, part.binding, measured()))
  return size
}

/** The parts of a file, opened one after the other. */
export async function* readParts(ctx: Context, parts: readonly Part[]): AsyncGenerator<Uint8Array> {
  for (const { blob, key, binding } of parts) yield* decrypt(key, binding, await ctx.blobs.read(blob))
}
