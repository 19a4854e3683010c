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

export type FaultMode = z.infer<typeof FaultRequest>['mode']
