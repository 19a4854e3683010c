import type { Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { newSecret } from '../../platform/ids.ts'
import { insertTransaction } from '../insert-transaction.ts'
import type { RedirectMethod } from '../methods/method.ts'
import type { Area } from '../tables.ts'
import type { Begun } from '../transaction.ts'

/**
 * Starts an identification on a provider's page. Answers the address to send the browser to, and the secret for the login cookie.
 * Throws `identity-provider-failed`.
 */
export async function startRedirect(
  ctx: Context,
  method: Pick<RedirectMethod, 'start'>,
  input: Begun & {
    readonly area: Area
    /** The municipality's name for the method. */
    readonly name: string
    /** Where the provider's answer comes. */
    readonly answerAddress: string
  },
): Promise<{ readonly address: string; readonly browser: string }> {
  const state = newSecret()
  const { address, kept } = await method.start(ctx, { state, answerAddress: input.answerAddress })
  const browser = await insertTransaction(ctx, {
    ...input,
    kept,
    columns: { state: 'started', method: input.name, state_hash: sha256(state) },
  })
  return { address, browser }
}
