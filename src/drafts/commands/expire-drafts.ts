import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { requireSystem } from '../policy.ts'

/** How many rows one transaction removes: short enough to disturb nobody. */
const batch = 200

/** Removes all drafts whose time is over, with key, content and files, as `system`. Answers how many. May run twice, also at once. */
export async function expireDrafts(ctx: Context): Promise<number> {
  requireSystem(ctx.actor)
  const removed = await inTransaction(ctx, async (tx) => {
    const due = tx.db
      .selectFrom('drafts.draft')
      .select('draft_id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('expires_at', '<=', ctx.clock.now())
      .orderBy('expires_at')
      .limit(batch)
      // What another run removes, or its owner is just sending, is left to them.
      .forUpdate()
      .skipLocked()
    const rows = await tx.db
      .deleteFrom('drafts.draft')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', 'in', due)
      .returning(['draft_id', 'state'])
      .execute()
    for (const { draft_id, state } of rows) {
      if (state !== 'sent') tx.record({ type: 'draft.expired', subject: draft_id, data: {} })
    }
    return rows.length
  })
  return removed < batch ? removed : removed + (await expireDrafts(ctx))
}
