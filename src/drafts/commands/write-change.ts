import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { Content } from '../content.ts'
import { keptFor } from '../limits.ts'
import { requireOwner } from '../policy.ts'
import { type OpenedRow, writeContent } from '../private-space.ts'

type OpenRow = Extract<OpenedRow, { state: 'open' }>

type Change = {
  readonly row: OpenRow
  readonly content: Content
  readonly step: string
  /** The version that it moves to; its own when left out. */
  readonly versionId?: string
}

/** Writes a locked draft's new content under the next revision, notes where its owner stands, and keeps it for another while. */
export async function writeChange(
  ctx: Context,
  tx: Transaction,
  { row, content, step, versionId = row.versionId }: Change,
): Promise<OpenRow> {
  const changedAt = ctx.clock.now()
  const expiresAt = later(changedAt, keptFor(requireOwner(ctx.actor).kind))
  const revision = row.revision + 1
  await tx.db
    .updateTable('drafts.draft')
    .set({ step, version_id: versionId, revision, changed_at: changedAt, expires_at: expiresAt, warned_at: null })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', row.id)
    .execute()
  await writeContent(ctx, tx, { id: row.id, key: row.key, content })
  return { ...row, versionId, content, step, revision, changedAt, expiresAt }
}
