import { inTransaction } from '../../platform/database/transaction.ts'
import type { RecurringJob } from '../../platform/jobs/job.ts'
import '../tables.ts'

/** Forgets what the company register answered when its time is over. */
export const forgetLookUps: RecurringJob = {
  name: 'organisations-forget-look-ups',
  cron: '40 * * * *',
  perform: async (ctx) => {
    await inTransaction(ctx, async ({ db }) => {
      await db
        .deleteFrom('organisations.look_up')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('expires_at', '<', ctx.clock.now())
        .execute()
    })
  },
}
