import { type Device, startSigning } from '../../identity/public.ts'
import type { Context } from '../../platform/context.ts'
import type { Answer } from '../../platform/http/answer.ts'
import type { RequestFacts } from '../../platform/http/page.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { bindingOf } from '../evidence/authentication/binding.ts'
import type { SigningPorts } from '../ports.ts'
import { keptWhat } from '../what.ts'
import { checkSigners } from './check-signers.ts'
import { prepareSignature } from './prepare-signature.ts'

type SignWith = {
  readonly draft: string
  /** The municipality's name for the way. */
  readonly method: string
  readonly device: Device
  readonly request: RequestFacts
}

/**
 * Starts the signature of whoever's turn it is, the applicant or another party: leads them to their app or the provider. Fails and throws as `prepareSignature` does, and
 * `identity-provider-failed`; `not-fetched` as `checkSigners` says.
 */
export async function signWith(
  ctx: Context,
  ports: Pick<SigningPorts, 'readFacts' | 'identity'>,
  { draft, method: name, device, request }: SignWith,
): Promise<Result<Answer, 'own-answers' | 'not-fetched'>> {
  if ((await checkSigners(ctx, ports.identity.registers, { draft, verb: 'sign' })) === 'not-fetched')
    return failed('not-fetched')
  const prepared = await prepareSignature(ctx, ports, { draft, name })
  if (!prepared.ok) return prepared
  const { signed, returnTo } = prepared.value
  const { text, signer } = signed
  const answer = await startSigning(ctx, ports.identity, request, {
    method: name,
    device,
    what: keptWhat(signed),
    binding: bindingOf(text, signer),
    returnTo,
  })
  return ok(answer)
}
