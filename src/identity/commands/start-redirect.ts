import type { Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { newSecret } from '../../platform/ids.ts'
import { insertTransaction } from '../insert-transaction.ts'
import type { RedirectMethod, ToSign } from '../methods/method.ts'
import type { KeptToSign } from '../signing.ts'
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
    /** What the answer is to sign, for its domain and for the provider, and where that was begun. */
    readonly signs?: Omit<KeptToSign, 'own'> & { readonly toSign: ToSign }
  },
): Promise<{ readonly address: string; readonly browser: string }> {
  const state = newSecret()
  const { answerAddress, signs } = input
  const { address, kept } = await method.start(ctx, { state, answerAddress, ...(signs && { toSign: signs.toSign }) })
  const browser = await insertTransaction(ctx, {
    ...input,
    kept: signs ? { what: signs.what, begunAt: signs.begunAt, own: kept } : kept,
    columns: { state: 'started', method: input.name, state_hash: sha256(state) },
  })
  return { address, browser }
}
