import { listFinishable, takeFinishable } from '../../identity/public.ts'
import type { RecurringJob } from '../../platform/jobs/job.ts'
import { finishSigning } from '../commands/finish-signing.ts'
import type { FinishPorts } from '../ports.ts'

/** Each minute, since somebody waits to see that it has come in. */
export const finishSignaturesSchedule = { name: 'signing-finish', cron: '* * * * *' }

/** Attempts, over about a quarter of an hour, after which a signature doesn't get in by itself: somebody must look. */
const alarmAfter = 6

/**
 * Puts the signatures that a killed process had been given and hadn't put yet. Each is read and tried by itself: one that fails is logged and tried again later and
 * later, and the others go on. One that has failed six times is an alarm (`fatal`, `signing-stuck`), each time that it fails from then on.
 */
export const finishSignatures = (ports: FinishPorts): RecurringJob => ({
  ...finishSignaturesSchedule,
  perform: async (ctx) => {
    for (const finishable of await listFinishable(ctx)) {
      const { transaction } = finishable
      try {
        const outcome = await takeFinishable(ctx, finishable)
        if (outcome) await finishSigning(ctx, ports, { transaction, outcome })
      } catch (err) {
        const attempts = finishable.attempts + 1
        if (attempts < alarmAfter) {
          ctx.log.error({ code: 'signing-not-finished', transaction, attempts, err }, 'a signature waits')
        } else {
          ctx.log.fatal({ code: 'signing-stuck', transaction, attempts, err }, 'a signature does not get in by itself')
        }
      }
    }
  },
})
