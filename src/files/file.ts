import { Readable } from 'node:stream'
import type { Context } from '../platform/context.ts'
import type { Reading, Transaction } from '../platform/database/transaction.ts'
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
  file: Pick<StoredFile, 'fileId' | 'blob' | 'size' | 'scan' | 'thumbnail'>,
): Promise<void> {
  await db
    .insertInto('files.file')
    .values({
      tenant_id: ctx.tenant.id,
      file_id: file.fileId,
      blob: file.blob,
      size: file.size,
      scan: file.scan,
      thumbnail: file.thumbnail ?? null,
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

/** The blob of a file's small picture; undefined when it has none, or doesn't exist. */
export async function findThumbnail(ctx: Context, { db }: Reading, fileId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('files.file')
    .select('thumbnail')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  return row?.thumbnail ?? undefined
}

/** Of some files, those that no scanner has looked at ("ej kontrollerad"). */
export async function listUnchecked(
  ctx: Context,
  { db }: Reading,
  fileIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (fileIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('files.file')
    .select('file_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('file_id', 'in', fileIds)
    .where('scan', '=', 'unchecked')
    .execute()
  return new Set(rows.map((row) => row.file_id))
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
