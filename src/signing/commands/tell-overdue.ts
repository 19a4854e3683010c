import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import '../tables.ts'

/** How many requests one transaction tells of. */
const batch = 100

/** Tells applicants, once, that those who were asked have had their time and not all have signed; as `system`. Answers how many. May run twice, also at once. */
export async function tellOverdue(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== 'system') throw notFound()
  const now = ctx.clock.now()
  const told = await inTransaction(ctx, async (tx) => {
    const due = tx.db
      .selectFrom('signing.request as r')
      .select('r.draft_id')
      .where('r.tenant_id', '=', ctx.tenant.id)
      .where('r.state', '=', 'collecting')
      .where('r.overdue_told_at', 'is', null)
      .where('r.due_at', '<=', now)
      // While it is the applicant's own signature that is missing nobody has been asked.
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('signing.party as p')
            .select('p.party_id')
            .whereRef('p.tenant_id', '=', 'r.tenant_id')
            .whereRef('p.draft_id', '=', 'r.draft_id')
            .where('p.position', '>', 0)
            .where('p.state', 'in', ['invited', 'read']),
        ),
      )
      .limit(batch)
      // Two runs at once would otherwise both tell.
      .forUpdate('r')
      .skipLocked()
    const rows = await tx.db
      .updateTable('signing.request')
      .set({ overdue_told_at: now })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', 'in', due)
      .returning(['draft_id', 'owner_id'])
      .execute()
    for (const { draft_id, owner_id } of rows)
      tx.record({ type: 'signing.overdue', subject: draft_id, data: { ownerId: owner_id } })
    return rows.length
  })
  return told < batch ? told : told + (await tellOverdue(ctx))
}
