import type { RecurringJob } from '../../platform/jobs/job.ts'
import { remindParties } from '../commands/remind-parties.ts'
import { tellLater } from '../commands/tell-later.ts'
import { tellOverdue } from '../commands/tell-overdue.ts'

/** Tells and reminds those who are asked to sign, and tells applicants whose time is over. By day: it sends messages to phones (UTC; 7 to 19 o'clock in Sweden, with summer time). */
export const sweepRequests: RecurringJob = {
  name: 'signing-sweep',
  cron: '40 6-17 * * *',
  perform: async (ctx) => {
    const told = await tellLater(ctx)
    const reminded = await remindParties(ctx)
    const overdue = await tellOverdue(ctx)
    ctx.log.info({ told, reminded, overdue }, 'signing-swept')
  },
}
