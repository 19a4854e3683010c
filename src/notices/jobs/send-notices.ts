import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { Id } from '../../platform/ids.ts'
import { type Job, job, type Queue, type RecurringJob } from '../../platform/jobs/job.ts'
import { claimNotices } from '../commands/claim-notices.ts'
import { deliverNotice } from '../commands/deliver-notice.ts'
import type { DeliveryPorts } from '../ports.ts'

/** Notices that are tried at the same time: as many as the mailer has connections. */
const batch = 5

/** Most notices of one sweep; the next goes on. */
const sweep = 500

/** Enqueued once in each transaction whose events somebody is told of. */
export const sendNoticesQueue: Queue<{ events: string[] }> = {
  name: 'send-notices',
  payload: z.object({ events: z.array(Id) }),
  // For a database that does not answer. A mail server that does not is the outbox's own business.
  attempts: 5,
  retryDelay: 15,
}

/** Sends the letters and messages of some events at once. What can't be delivered now stays in the outbox, for the sweep. */
export const sendNotices = (ports: DeliveryPorts): Job =>
  job(sendNoticesQueue, async (ctx, { events }) => {
    await sendDue(ctx, ports, { events })
  })

/** Sends everything in the outbox that is due: what had to wait, and that whose job died. */
export const resendNotices = (ports: DeliveryPorts): RecurringJob => ({
  ...resendNoticesSchedule,
  perform: async (ctx) => {
    await sendDue(ctx, ports, {})
  },
})

/** When the outbox is swept: every minute. */
export const resendNoticesSchedule = { name: 'resend-notices', cron: '* * * * *' } as const

async function sendDue(
  ctx: Context,
  ports: DeliveryPorts,
  which: { readonly events?: readonly string[] },
): Promise<void> {
  for (let tried = 0; tried < sweep; ) {
    const claimed = await claimNotices(ctx, { ...which, limit: batch })
    if (claimed.length === 0) return
    const outcomes = await Promise.all(claimed.map(async (notice) => await deliverNotice(ctx, ports, notice)))
    // Nothing gets through: the mail server is down. The rest is spared the wait, and due in the next sweep.
    if (outcomes.every((outcome) => outcome === 'later')) return
    tried += claimed.length
  }
}
