import { listClosing, remindersBefore } from '../../catalogue/public.ts'
import { days } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { requireSystem } from '../policy.ts'
import '../tables.ts'

/** How many drafts one transaction reminds of: each becomes an event and its notices. */
const batch = 100

/** How long before a closing the first reminder can be due, in milliseconds: 7 days and the hour by which a clock may be set. */
const soonest = days(7) + days(1) / 24

/**
 * Tells each person with a saved application, 7 days and 1 day before its e-service closes, that it does; each time once, as `system`.
 * Who began it later has just read when it closes. Answers how many. May run twice, also at once.
 */
export async function remindOfClosing(ctx: Context): Promise<number> {
  requireSystem(ctx.actor)
  const reminded = await inTransaction(ctx, async (tx) => {
    let count = 0
    for (const { serviceId, until } of await listClosing(ctx, tx, soonest)) {
      const due = remindersBefore(until, ctx.tenant.timeZone).findLast((when) => when <= ctx.clock.now())
      if (due && count < batch) count += await remind(ctx, tx, { serviceId, until, due, most: batch - count })
    }
    return count
  })
  return reminded < batch ? reminded : reminded + (await remindOfClosing(ctx))
}

type Reminder = { readonly serviceId: string; readonly until: Date; readonly due: Date; readonly most: number }

async function remind(ctx: Context, tx: Transaction, { serviceId, until, due, most }: Reminder): Promise<number> {
  const unaware = tx.db
    .selectFrom('drafts.draft')
    .select('draft_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('service_id', '=', serviceId)
    .where('state', '=', 'open')
    .where('person_id', 'is not', null)
    // What supplements a case is sent whether the service is open or not.
    .where('case_id', 'is', null)
    .where('created_at', '<', due)
    .where('expires_at', '>', ctx.clock.now())
    .where((is) => is.or([is('closing_told', 'is', null), is('closing_told', '<', due)]))
    .limit(most)
    // Two runs at once would otherwise both find a draft whose owner hasn't been told, and tell them twice.
    .forUpdate()
    .skipLocked()
  const rows = await tx.db
    .updateTable('drafts.draft')
    .set({ closing_told: due })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', 'in', unaware)
    .returning(['draft_id', 'person_id'])
    .execute()
  for (const { draft_id, person_id } of rows) {
    if (person_id === null) continue
    const data = { personId: person_id, serviceId, closesAt: until.toISOString() }
    tx.record({ type: 'draft.closing', subject: draft_id, data })
  }
  return rows.length
}
