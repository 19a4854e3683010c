import { z } from 'zod'

/**
 * How Freja behaves. `ok`, and `second-certificate`, which signs with the newer of the two certificates, are right. In the answer about an approved
 * authentication these are wrong: `no-jws` leaves out `details`; `wrong-key`, `embedded-key` (the key stands in the header), `tampered`,
 * `alg-none`, `alg-hs256` (the certificate as secret) and `unknown-certificate` are wrongly signed; `other-reference`, `not-approved`, `old`,
 * `future`, `low-level`, `other-relying-party`, `foreign-number`, `no-number` and `not-details` are rightly signed, but of something else.
 * Of signatures alone, rightly signed but of something else: `other-text`, `other-binary-data`, `another-person`, `other-type` (a signature of another
 * type), `not-by-user` (nothing signed by the person) and `not-user-signature` (what can't be read in its place).
 * `other-attributes` names somebody else beside the signature. `rejected` and `new-status` give those statuses, `down` answers 503 to all, and
 * `error` answers with the error that the request names.
 */
export const FrejaFaultMode = z.enum([
  'ok',
  'second-certificate',
  'no-jws',
  'wrong-key',
  'embedded-key',
  'tampered',
  'alg-none',
  'alg-hs256',
  'unknown-certificate',
  'other-reference',
  'not-approved',
  'old',
  'future',
  'low-level',
  'other-relying-party',
  'foreign-number',
  'no-number',
  'not-details',
  'other-text',
  'other-binary-data',
  'another-person',
  'other-type',
  'not-by-user',
  'not-user-signature',
  'other-attributes',
  'rejected',
  'new-status',
  'down',
  'error',
])

/** See the schema of the same name. */
export type FrejaFaultMode = z.infer<typeof FrejaFaultMode>

/** The fault that tests have switched on; it doesn't outlive the process. `code` is Freja's number of the error. */
export type FrejaFaults = { mode: FrejaFaultMode; code: number }

export const FrejaFaultRequest = z.object({ mode: FrejaFaultMode, code: z.number().int().default(1000) })
