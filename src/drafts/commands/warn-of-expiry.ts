import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { warnedBefore } from '../limits.ts'
import { requireSystem } from '../policy.ts'

/** How many drafts one transaction warns of: each becomes an event and its notices. */
const batch = 100

/** Says of each person's draft, once, that it will be removed within a week; as `system`. Answers how many. May run twice, also at once. */
export async function warnOfExpiry(ctx: Context): Promise<number> {
  requireSystem(ctx.actor)
  const now = ctx.clock.now()
  const warned = await inTransaction(ctx, async (tx) => {
    const due = tx.db
      .selectFrom('drafts.draft')
      .select('draft_id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('expires_at', '<=', later(now, warnedBefore))
      .where('expires_at', '>', now)
      .where('state', '<>', 'sent')
      .where('person_id', 'is not', null)
      .where('warned_at', 'is', null)
      .limit(batch)
      // Two runs at once would otherwise both find a draft not warned of, and tell its owner twice.
      .forUpdate()
      .skipLocked()
    const rows = await tx.db
      .updateTable('drafts.draft')
      .set({ warned_at: now })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', 'in', due)
      .returning(['draft_id', 'person_id', 'service_id', 'expires_at'])
      .execute()
    for (const { draft_id, person_id, service_id, expires_at } of rows) {
      if (person_id === null) continue
      const data = { personId: person_id, serviceId: service_id, expiresAt: expires_at.toISOString() }
      tx.record({ type: 'draft.expiring', subject: draft_id, data })
    }
    return rows.length
  })
  return warned < batch ? warned : warned + (await warnOfExpiry(ctx))
}
