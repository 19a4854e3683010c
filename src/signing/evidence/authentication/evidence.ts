import type { Proof, VerifiedIdentity } from '../../../identity/public.ts'
import type { SignedText } from '../../methods/method.ts'
import { digestOfText } from './binding.ts'
import type { AuthenticationEvidence } from './said.ts'

/** Makes evidence of a provider's answer that signs a text; `proof.trusted` is kept beside it. */
export function authenticationEvidence(
  text: SignedText,
  { identity, proof }: { readonly identity: VerifiedIdentity; readonly proof: Proof },
): AuthenticationEvidence {
  const { trusted: _beside, ...kept } = proof
  return {
    kind: 'authentication',
    level: identity.level,
    textDigest: digestOfText(text),
    reference: identity.reference ?? '',
    ...kept,
  }
}
