import { randomBytes } from 'node:crypto'
import { storePart } from '../../files/public.ts'
import type { Context } from '../../platform/context.ts'
import { newKey } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { NotOpen } from '../model.ts'
import { openRow } from '../private-space.ts'
import { readUpload } from '../queries/find-upload.ts'
import { partBinding, sealPartKey, type UploadAddress } from '../upload.ts'

type ReceivePart = UploadAddress & { readonly offset: number; readonly bytes: AsyncIterable<Uint8Array> }

/**
 * Takes the next bytes of an upload, all that arrive before the line is cut; answers how many have arrived in all. `conflict`: the upload
 * stands elsewhere than the sender believes. Throws as `getDraft` does, `not-found` for no upload, and `StorageFull`.
 */
export async function receivePart(
  ctx: Context,
  { draft, upload, offset, bytes }: ReceivePart,
): Promise<Result<number, 'conflict' | NotOpen>> {
  const at = { draft, upload }
  const opened = await inTransaction(ctx, async (tx) => {
    const row = await openRow(ctx, tx, draft, 'read')
    if (row.state !== 'open') return row.state
    return { key: row.key, ...(await readUpload(ctx, tx, at)) }
  })
  if (typeof opened === 'string') return failed(opened)
  if (opened.state !== 'receiving' || opened.received !== offset) return failed('conflict')

  const blob = randomBytes(24).toString('hex')
  const key = newKey()
  const part = { ...at, startsAt: offset }
  const missing = opened.length - offset
  const size = await storePart(ctx, { blob, key, binding: partBinding(ctx, part) }, untilCut(bytes, missing))
  const received = offset + size
  const isNext = await inTransaction(ctx, async ({ db }) => {
    // Of two that went on at the same place, as one whose cut the server hasn't noticed yet and its successor, the first to end counts.
    const updated = await db
      .updateTable('private_space.upload')
      .set({ received })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', draft)
      .where('upload_id', '=', upload)
      .where('state', '=', 'receiving')
      .where('received', '=', offset)
      .executeTakeFirst()
    if (size === 0 || updated.numUpdatedRows === 0n) return false
    const sealed = sealPartKey(ctx, opened.key, part, key)
    const row = { tenant_id: ctx.tenant.id, draft_id: draft, upload_id: upload, starts_at: offset, blob, sealed }
    await db.insertInto('private_space.upload_part').values(row).execute()
    return true
  })
  if (isNext) return ok(received)
  await ctx.blobs.remove(blob)
  return size === 0 ? ok(offset) : failed('conflict')
}

/** What arrives, so many bytes at the most; a line that is cut is an end like any other. */
async function* untilCut(bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let left = most
  try {
    for await (const chunk of bytes) {
      yield chunk.subarray(0, left)
      left -= Math.min(left, chunk.length)
      if (left === 0) return
    }
  } catch (error) {
    const isCut =
      error instanceof Error &&
      'code' in error &&
      (error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE')
    if (!isCut) throw error
  }
}
