import type { RecurringJob } from '../../platform/jobs/job.ts'
import { expireDrafts } from '../commands/expire-drafts.ts'
import { remindOfClosing } from '../commands/remind-of-closing.ts'
import { warnOfExpiry } from '../commands/warn-of-expiry.ts'

/** Removes drafts whose time is over, warns a week before, and reminds of e-services that close. Each hour, since a visitor's draft is promised to be gone after a day. */
export const sweepDrafts: RecurringJob = {
  name: 'sweep-drafts',
  cron: '20 * * * *',
  perform: async (ctx) => {
    const expired = await expireDrafts(ctx)
    const warned = await warnOfExpiry(ctx)
    const reminded = await remindOfClosing(ctx)
    ctx.log.info({ expired, warned, reminded }, 'drafts-swept')
  },
}
