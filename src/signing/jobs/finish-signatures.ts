import { readFinishable } from '../../identity/public.ts'
import type { RecurringJob } from '../../platform/jobs/job.ts'
import { finishSigning } from '../commands/finish-signing.ts'
import type { FinishPorts } from '../ports.ts'

/** Each minute, since somebody waits to see that it has come in. */
export const finishSignaturesSchedule = { name: 'signing-finish', cron: '* * * * *' }

/** Puts the signatures that a killed process had been given and hadn't put yet. One that fails is logged, and tried again the next time; the others go on. */
export const finishSignatures = (ports: FinishPorts): RecurringJob => ({
  ...finishSignaturesSchedule,
  perform: async (ctx) => {
    for (const given of await readFinishable(ctx)) {
      try {
        await finishSigning(ctx, ports, given)
      } catch (err) {
        ctx.log.error({ code: 'signing-not-finished', transaction: given.transaction, err }, 'a signature waits')
      }
    }
  },
})
