import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import type { RecurringJob } from '../../platform/jobs/job.ts'
import '../tables.ts'

/** How many cases have come in lately by each e-service, by its id; told by a later domain. */
export type CountReceived = (ctx: Context, tx: Transaction) => Promise<ReadonlyMap<string, number>>

/** When use is counted: every hour. */
export const countUseSchedule = { name: 'catalogue-count-use', cron: '7 * * * *' } as const

/**
 * Notes how much each e-service is used, so that the catalogue can tell which are used most just now. Counted now and then: a counter in the
 * transaction of every case would be one lock for all who send.
 */
export const countUse = (countReceived: CountReceived): RecurringJob => ({
  ...countUseSchedule,
  perform: async (ctx) =>
    await inTransaction(ctx, async (tx) => {
      const received = await countReceived(ctx, tx)
      const services = await tx.db
        .selectFrom('catalogue.service')
        .select(['service_id', 'submissions'])
        .where('tenant_id', '=', ctx.tenant.id)
        .execute()
      for (const { service_id, submissions } of services) {
        const now = received.get(service_id) ?? 0
        if (now === submissions) continue
        await tx.db
          .updateTable('catalogue.service')
          .set({ submissions: now })
          .where('tenant_id', '=', ctx.tenant.id)
          .where('service_id', '=', service_id)
          .execute()
      }
    }),
})
