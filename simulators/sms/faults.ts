import { z } from 'zod'

/**
 * How the provider behaves: `ok`; `unauthorized` says 401 to everybody, `no-credits` 403, `refuse` 400 as if the number were wrong, `error` 500;
 * `failed` takes the message and says that it couldn't be sent; `silent` never answers, and the message is lost; `lost-answer` keeps the message, and closes the
 * connection without an answer.
 */
export const SmsFaultMode = z.enum([
  'ok',
  'unauthorized',
  'no-credits',
  'refuse',
  'error',
  'failed',
  'silent',
  'lost-answer',
])

/** See the schema of the same name. */
export type SmsFaultMode = z.infer<typeof SmsFaultMode>

export const SmsFaultRequest = z.object({ mode: SmsFaultMode })
