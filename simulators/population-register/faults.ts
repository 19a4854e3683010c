import { z } from 'zod'

/**
 * How the register answers: `ok`; `fault` with a SOAP fault; `timeout` never, until the caller hangs up; `broken` with the first half of an
 * answer.
 */
const RegisterFault = z.enum(['ok', 'fault', 'timeout', 'broken'])

type RegisterFault = z.infer<typeof RegisterFault>

/** What tests switch on: for everybody, or with a number for that person alone. `ok` without a number ends all faults. */
export const FaultRequest = z.object({
  mode: RegisterFault,
  number: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
})

/** The faults that are switched on; they don't outlive the process. */
export type RegisterFaults = {
  readonly set: (request: z.infer<typeof FaultRequest>) => void
  readonly of: (number: string) => RegisterFault
}

/** A register without faults. */
export function registerFaults(): RegisterFaults {
  const modes = new Map<string, RegisterFault>()
  const everybody = ''
  return {
    set: ({ mode, number }) => {
      if (mode === 'ok' && number === undefined) modes.clear()
      modes.set(number ?? everybody, mode)
    },
    of: (number) => modes.get(number) ?? modes.get(everybody) ?? 'ok',
  }
}
