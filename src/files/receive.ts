import { createHash, randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import type { Context } from '../platform/context.ts'
import { newKey } from '../platform/cryptography/sealing.ts'
import type { ReceivedFile, ReceiveFile } from '../platform/http/received-file.ts'
import type { Scan } from '../platform/scanning.ts'
import { openFile } from './file.ts'
import { encrypt } from './frames.ts'
import { stripMetadata } from './pictures/strip-metadata.ts'
import { isShownSmall, makeThumbnail } from './pictures/thumbnail.ts'
import { type RefusalReason, Refused, reasonOf } from './refusal.ts'
import { writeThumbnail } from './thumbnails.ts'

/** Bytes at the start of a file that tell its type. */
const headLength = 4100

/** What is taken: bytes at the most, and media types by content. */
export type Limits = { readonly maxBytes: number; readonly accepted: readonly string[] }

/**
 * Answers how to store incoming files: looks at what a file is, not what it's called, has it scanned for viruses, and streams it without
 * a picture's metadata, encrypted under a key of its own, into the blob store. A refused file is read to its end and thrown away.
 * Nothing refers to the blob yet.
 */
export function receiveInto(ctx: Context, limits: Limits): ReceiveFile {
  return async ({ field, name, bytes }): Promise<ReceivedFile> => {
    const { head, rest, drain } = await peek(bytes)
    const type = await fileTypeFromBuffer(head)
    const refusal = head.length === 0 ? 'empty' : refusalOf(type?.mime, limits)
    const taken = refusal ?? (await take(ctx, rest, { mediaType: type?.mime ?? '', maxBytes: limits.maxBytes }))
    if (typeof taken === 'object') return { field, name, ...taken }
    // To its end: the next part of the form comes after it.
    await drain()
    return { field, name, stored: false, reason: taken }
  }
}

function refusalOf(mediaType: string | undefined, { accepted }: Limits): RefusalReason | undefined {
  if (mediaType === undefined) return 'unknown-type'
  return accepted.includes(mediaType) ? undefined : 'wrong-type'
}

type Taken = Omit<Extract<ReceivedFile, { stored: true }>, 'field' | 'name'>
type Known = { readonly mediaType: string; readonly maxBytes: number }

/** Stores a file of a known type; or answers why not, and leaves nothing behind. */
async function take(ctx: Context, rest: AsyncIterable<Uint8Array>, known: Known): Promise<Taken | RefusalReason> {
  const blob = randomBytes(24).toString('hex')
  let scan: Scan | undefined
  try {
    scan = await ctx.scanner?.begin()
    const stored = await store(ctx, throughScan(rest, scan, known.maxBytes), { ...known, blob })
    const verdict = await scan?.verdict()
    if (verdict?.kind === 'infected') {
      ctx.log.warn({ code: 'virus-found', name: verdict.name, requestId: ctx.requestId })
      throw new Refused('infected')
    }
    return { ...stored, scan: scan ? 'clean' : 'unchecked', ...(await pictureOf(ctx, stored)) }
  } catch (error) {
    scan?.abandon()
    await ctx.blobs.remove(blob)
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    if (reason === 'no-room' || reason === 'not-scanned') {
      const code = reason === 'no-room' ? 'storage-full' : 'virus-scanner-unavailable'
      ctx.log.error({ code, requestId: ctx.requestId, err: error })
    }
    return reason
  }
}

/** What arrives, up to the limit, handed to the scanner on its way: all of it, what is not kept, too. */
async function* throughScan(bytes: AsyncIterable<Uint8Array>, scan: Scan | undefined, maxBytes: number) {
  let arrived = 0
  for await (const chunk of bytes) {
    arrived += chunk.length
    if (arrived > maxBytes) throw new Refused('too-large')
    await scan?.write(chunk)
    yield chunk
  }
}

type Stored = Omit<Taken, 'scan' | 'thumbnail' | 'pixels'>

async function store(
  ctx: Context,
  bytes: AsyncIterable<Uint8Array>,
  { mediaType, blob }: { readonly mediaType: string; readonly blob: string },
): Promise<Stored> {
  const fileId = ctx.ids.next()
  const key = newKey()
  const digest = createHash('sha256')
  let size = 0
  async function* measured() {
    for await (const chunk of stripMetadata(mediaType, bytes)) {
      size += chunk.length
      digest.update(chunk)
      yield chunk
    }
  }
  await ctx.blobs.write(blob, encrypt(key, fileId, measured()))
  return { stored: true, fileId, blob, key, size, sha256: digest.digest(), mediaType }
}

/** Stores a picture's small one and measures the large one. What can't be decoded is of no use to a case worker either, and is refused. */
async function pictureOf(ctx: Context, file: Stored): Promise<Pick<Taken, 'thumbnail' | 'pixels'>> {
  if (!isShownSmall(file.mediaType)) return { thumbnail: undefined }
  const { picture, pixels } = await makeThumbnail(async () => await openFile(ctx, file))
  return { thumbnail: await writeThumbnail(ctx, file, picture), pixels }
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
