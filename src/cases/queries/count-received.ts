import { days, later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** What counts as lately. */
const lately = days(90)

/** How many cases have come in lately by each e-service, by its id. Role `system`. */
export async function countReceived(ctx: Context, { db }: Reading): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('cases.case')
    .select((row) => ['service_id', row.fn.countAll<number>().as('count')])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('received_at', '>', later(ctx.clock.now(), -lately))
    .groupBy('service_id')
    .execute()
  return new Map(rows.map((row) => [row.service_id, Number(row.count)]))
}
