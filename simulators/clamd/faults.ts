import { z } from 'zod'

/** How the scanner behaves: `ok`; `drop` closes every connection without an answer; `limit` says that each file is too large for it. */
export const ScannerFault = z.enum(['ok', 'drop', 'limit'])

/** The fault that tests have switched on; it doesn't outlive the process. */
export type ScannerFaults = { mode: z.infer<typeof ScannerFault> }
