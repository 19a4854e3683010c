import { z } from 'zod'

/** How the address register behaves: `ok`; `down` answers 500 to everything; `timeout` never answers; `broken` sends half an answer. */
export const AddressFaultMode = z.enum(['ok', 'down', 'timeout', 'broken'])

/** See the schema of the same name. */
export type AddressFaultMode = z.infer<typeof AddressFaultMode>

/** The fault that tests have switched on; it doesn't outlive the process. */
export type AddressFaults = { mode: AddressFaultMode }
