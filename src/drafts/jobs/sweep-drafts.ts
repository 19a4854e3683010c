import type { RecurringJob } from '../../platform/jobs/job.ts'
import { expireDrafts } from '../commands/expire-drafts.ts'
import { warnOfExpiry } from '../commands/warn-of-expiry.ts'

/** Removes drafts whose time is over, and warns a week before. Each hour, since a visitor's draft is promised to be gone after a day. */
export const sweepDrafts: RecurringJob = {
  name: 'sweep-drafts',
  cron: '20 * * * *',
  perform: async (ctx) => {
    const expired = await expireDrafts(ctx)
    const warned = await warnOfExpiry(ctx)
    ctx.log.info({ expired, warned }, 'drafts-swept')
  },
}
