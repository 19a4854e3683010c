import { Readable } from 'node:stream'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { notFound } from '../platform/errors.ts'
import type { ReceivedFile } from '../platform/http/received-file.ts'
import { decrypt } from './frames.ts'
import './tables.ts'

/** A file that was received and stored. */
export type StoredFile = Extract<ReceivedFile, { stored: true }>

/** Writes the row of a stored file; done in the transaction of whoever takes it over. */
export async function insertFile(
  ctx: Context,
  { db }: Transaction,
  file: Pick<StoredFile, 'fileId' | 'blob' | 'size'>,
): Promise<void> {
  await db
    .insertInto('files.file')
    .values({
      tenant_id: ctx.tenant.id,
      file_id: file.fileId,
      blob: file.blob,
      size: file.size,
      created_at: ctx.clock.now(),
    })
    .execute()
}

/** The blob that a file lies in. Throws `not-found`. */
export async function blobOf(ctx: Context, { db }: Transaction, fileId: string): Promise<string> {
  const row = await db
    .selectFrom('files.file')
    .select('blob')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row.blob
}

/** Opens a file with its own key. The stream fails if the stored bytes have been changed. */
export async function openFile(
  ctx: Context,
  file: { readonly fileId: string; readonly blob: string; readonly key: Uint8Array },
): Promise<Readable> {
  return Readable.from(decrypt(file.key, file.fileId, await ctx.blobs.read(file.blob)))
}

/** What the row of a file's key is bound to when the municipality's key wraps it. */
export const fileKeyBinding = (fileId: string): string => `file:${fileId}`
