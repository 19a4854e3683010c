import { z } from 'zod'

/**
 * How the company register behaves: `ok`; `down` answers 500 to everything; `timeout` never answers; `partial` answers
 * without what comes from Statistics Sweden, as when that source is out of order.
 */
export const RegisterFaultMode = z.enum(['ok', 'down', 'timeout', 'partial'])

/** See the schema of the same name. */
export type RegisterFaultMode = z.infer<typeof RegisterFaultMode>

/** The fault that tests have switched on; it doesn't outlive the process. */
export type RegisterFaults = { mode: RegisterFaultMode }
