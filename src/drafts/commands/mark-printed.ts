import { hours, later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { openRow, writeContent } from '../private-space.ts'

/** For how long what was printed can be downloaded again or changed, in milliseconds: a printer that fails today is mended by tomorrow. */
const keptAfterPrint = hours(24)

/**
 * Lets a draft that has been printed end after a day, instead of being kept as one that somebody may want to go on with. Whoever changes it
 * keeps it for another while, as always: also who has changed it since `revision`, of which it was printed. `printed` is a checksum of what was.
 * Throws as `getDraft` does.
 */
export async function markPrinted(
  ctx: Context,
  tx: Transaction,
  { id, revision, printed }: { readonly id: string; readonly revision: number; readonly printed: string },
): Promise<void> {
  const row = await openRow(ctx, tx, id, 'lock')
  if (row.state !== 'open' || row.revision !== revision) return
  await writeContent(ctx, tx, { id, key: row.key, content: { ...row.content, printed } })
  const now = ctx.clock.now()
  const end = later(now, keptAfterPrint)
  await tx.db
    .updateTable('drafts.draft')
    // Nobody is warned of what they have just been told.
    .set({ expires_at: new Date(Math.min(row.expiresAt.getTime(), end.getTime())), warned_at: now })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', id)
    .execute()
}
