import { days, later } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { RecurringJob } from '../../platform/jobs/job.ts'
import { isReturned } from '../queries/is-returned.ts'
import '../tables.ts'

/** A session that has ended is kept this long, so that what is sent from its pages finds whose it was. */
const keepEnded = days(1)

/** Forgets logins, sessions and interrupted posts that can't be used any more, and what a provider would be asked by about them. */
export const forgetExpired: RecurringJob = {
  name: 'identity-forget-expired',
  cron: '*/15 * * * *',
  perform: async (ctx) => {
    const now = ctx.clock.now()
    await inTransaction(ctx, async ({ db }) => {
      await db
        .deleteFrom('identity.eid_transaction')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('expires_at', '<', now)
        // A signature that a killed process hasn't put with what was signed is kept: `listFinishable` finds it, unless its browser never came back.
        .where((is) => is.or([is('purpose', '!=', 'sign'), is('outcome_sealed', 'is', null), is.not(isReturned(is))]))
        .execute()
      await db
        .deleteFrom('identity.interrupted_post')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('expires_at', '<', now)
        .execute()
      await db
        .updateTable('identity.session')
        .set({ refresh_sealed: null, ask_after: null, confirmed_at: null })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('ask_after', 'is not', null)
        .where((is) => is.or([is('ends_at', '<', now), is('idle_ends_at', '<', now)]))
        .execute()
      await db
        .deleteFrom('identity.session')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('ends_at', '<', later(now, -keepEnded))
        .execute()
    })
  },
}
