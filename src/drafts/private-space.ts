import type { Context } from '../platform/context.ts'
import { newKey } from '../platform/cryptography/sealing.ts'
import { ahead } from '../platform/database/preparing-client.ts'
import type { Reading, Transaction } from '../platform/database/transaction.ts'
import { CodedError, notFound } from '../platform/errors.ts'
import {
  type Content,
  type DraftFile,
  type DraftPlace,
  keyBinding,
  openContent,
  openFileRow,
  sealContent,
  sealFile,
} from './content.ts'
import type { DraftFacts, NotOpen } from './model.ts'
import { ownedBy, requireOwner } from './policy.ts'

/** A draft's row, and with it the way into its content while it is open. */
export type OpenedRow = DraftFacts &
  (
    | { readonly state: NotOpen }
    | { readonly state: 'open'; readonly revision: number; readonly key: Uint8Array; readonly content: Content }
  )

/** The place of a draft in the context's municipality. */
export const placeOf = (ctx: Context, draft: string): DraftPlace => ({ tenant: ctx.tenant.id, draft })

/**
 * Opens an own draft. With `lock`, until the transaction ends nobody else changes, sends or removes it.
 * Throws `not-found` for everybody but its owner, and `gone` when its time is over and it only waits to be swept.
 */
export async function openRow(ctx: Context, { db }: Reading, id: string, lock: 'lock' | 'read'): Promise<OpenedRow> {
  const own = ownedBy(requireOwner(ctx.actor))
  // The lock prevents the race of two windows (or a save and a submit): both would read the same answers, and the later
  // would write back what the earlier changed. It is a statement of its own, since one that waits for a lock sees the
  // locked row as it has become, but the rows joined to it as they were.
  if (lock === 'lock') {
    await db
      .selectFrom('drafts.draft')
      .select('draft_id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', id)
      .where(...own)
      .forUpdate()
      .modifyEnd(ahead)
      .execute()
  }
  const row = await db
    .selectFrom('drafts.draft as d')
    .leftJoin('private_space.key as k', (on) =>
      on.onRef('k.tenant_id', '=', 'd.tenant_id').onRef('k.draft_id', '=', 'd.draft_id'),
    )
    .leftJoin('private_space.content as c', (on) =>
      on.onRef('c.tenant_id', '=', 'd.tenant_id').onRef('c.draft_id', '=', 'd.draft_id'),
    )
    .select(['d.draft_id', 'd.service_id', 'd.version_id', 'd.case_id', 'd.step', 'd.revision', 'd.state'])
    .select(['d.changed_at', 'd.expires_at', 'k.wrapped', 'c.sealed'])
    .where('d.tenant_id', '=', ctx.tenant.id)
    .where('d.draft_id', '=', id)
    .where(...own)
    .executeTakeFirst()
  if (!row) throw notFound()
  const facts: DraftFacts = {
    id: row.draft_id,
    serviceId: row.service_id,
    versionId: row.version_id,
    caseId: row.case_id ?? undefined,
    step: row.step,
    changedAt: row.changed_at,
    expiresAt: row.expires_at,
  }
  if (row.state === 'sent') return { ...facts, state: 'sent' }
  if (row.expires_at <= ctx.clock.now()) throw new CodedError('gone')
  if (row.state === 'sealed') return { ...facts, state: 'sealed' }
  if (!row.wrapped || !row.sealed) throw new Error('An open draft without key or content')
  const at = placeOf(ctx, id)
  const key = ctx.vault.unwrap(ctx.tenant.id, row.wrapped, keyBinding(at))
  return { ...facts, state: 'open', revision: row.revision, key, content: openContent(key, row.sealed, at) }
}

/** Writes key and content of a draft whose row was just written. Answers the draft's key. */
export async function createSpace(
  ctx: Context,
  { db }: Transaction,
  id: string,
  content: Content,
): Promise<Uint8Array> {
  const at = placeOf(ctx, id)
  const key = newKey()
  const row = { tenant_id: ctx.tenant.id, draft_id: id }
  await db
    .insertInto('private_space.key')
    .values({ ...row, wrapped: ctx.vault.wrap(ctx.tenant.id, key, keyBinding(at)) })
    .modifyEnd(ahead)
    .execute()
  await db
    .insertInto('private_space.content')
    .values({ ...row, sealed: sealContent(key, content, at) })
    .modifyEnd(ahead)
    .execute()
  return key
}

/** Writes what a draft holds after a change. */
export async function writeContent(
  ctx: Context,
  { db }: Transaction,
  { id, key, content }: { readonly id: string; readonly key: Uint8Array; readonly content: Content },
): Promise<void> {
  await db
    .updateTable('private_space.content')
    .set({ sealed: sealContent(key, content, placeOf(ctx, id)) })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', id)
    .modifyEnd(ahead)
    .execute()
}

/** The files of an opened draft, oldest first. */
export async function readFiles(
  ctx: Context,
  { db }: Transaction,
  { id, key }: { readonly id: string; readonly key: Uint8Array },
): Promise<readonly DraftFile[]> {
  const rows = await db
    .selectFrom('private_space.file')
    .select(['file_id', 'sealed'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', id)
    .orderBy('file_id')
    .execute()
  return rows.map((row) => openFileRow(key, { fileId: row.file_id, sealed: row.sealed }, placeOf(ctx, id)))
}

/** Notes files in an opened draft, sealed under its key. */
export async function writeFiles(
  ctx: Context,
  { db }: Transaction,
  { id, key, files }: { readonly id: string; readonly key: Uint8Array; readonly files: readonly DraftFile[] },
): Promise<void> {
  if (files.length === 0) return
  const at = placeOf(ctx, id)
  const rows = files.map((file) => ({
    tenant_id: ctx.tenant.id,
    draft_id: id,
    file_id: file.fileId,
    sealed: sealFile(key, file, at),
  }))
  await db.insertInto('private_space.file').values(rows).modifyEnd(ahead).execute()
}

/** Notes something else of a file in an opened draft. */
export async function rewriteFile(
  ctx: Context,
  { db }: Transaction,
  { id, key, file }: { readonly id: string; readonly key: Uint8Array; readonly file: DraftFile },
): Promise<void> {
  await db
    .updateTable('private_space.file')
    .set({ sealed: sealFile(key, file, placeOf(ctx, id)) })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', id)
    .where('file_id', '=', file.fileId)
    .execute()
}
