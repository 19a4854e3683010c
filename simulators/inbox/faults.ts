import { z } from 'zod'

/**
 * How the mail server behaves: `ok`; `refuse` says 550 to every recipient; `temporary` says 451; `drop` takes the
 * message and closes the connection without an answer, and the message is lost.
 */
export const FaultMode = z.enum(['ok', 'refuse', 'temporary', 'drop'])

/** See the schema of the same name. */
export type FaultMode = z.infer<typeof FaultMode>

/** The fault that tests have switched on; it doesn't outlive the process. */
export type Faults = { mode: FaultMode }
