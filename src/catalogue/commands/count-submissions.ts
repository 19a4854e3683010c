import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { Event } from '../../platform/events/event.ts'
import '../tables.ts'

/**
 * Counts a case that has come in for its service, so that the catalogue can tell which are used most. A reaction: runs inside the
 * transaction that receives the case, as `system`, after the case number's lock, so that the two are always taken in that order.
 */
export async function countSubmissions(ctx: Context, { db }: Transaction, events: readonly Event[]): Promise<void> {
  for (const event of events) {
    if (event.type !== 'case.received') continue
    await db
      .updateTable('catalogue.service')
      .set((row) => ({ submissions: row('submissions', '+', 1) }))
      .where('tenant_id', '=', ctx.tenant.id)
      .where('service_id', '=', event.data.serviceId)
      .execute()
  }
}
