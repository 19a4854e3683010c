import { z } from 'zod'

/**
 * How the interface answers: `ok`; `silent` never; `unknown-hint` says of each order that waits something that nobody knows; the others an
 * error of BankID's. `times` is how many requests meet it, all unless told.
 */
export const FaultRequest = z.object({
  mode: z.enum([
    'ok',
    'silent',
    'unknown-hint',
    'alreadyInProgress',
    'invalidParameters',
    'unauthorized',
    'requestTimeout',
    'tooManyRequests',
    'internalError',
    'maintenance',
  ]),
  times: z.number().int().positive().optional(),
})

/** The fault that is switched on; it doesn't outlive the process. */
export type BankIdFaults = {
  readonly set: (request: z.infer<typeof FaultRequest>) => void
  /** What the next request meets; counts it. */
  readonly next: () => z.infer<typeof FaultRequest>['mode']
}

/** An interface without faults. */
export function bankIdFaults(): BankIdFaults {
  let mode: z.infer<typeof FaultRequest>['mode'] = 'ok'
  let left = Number.POSITIVE_INFINITY
  return {
    set: (request) => {
      mode = request.mode
      left = request.times ?? Number.POSITIVE_INFINITY
    },
    next: () => {
      if (left <= 0) return 'ok'
      left -= 1
      return mode
    },
  }
}
