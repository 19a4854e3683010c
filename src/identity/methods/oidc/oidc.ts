import { failed, ok, type Result } from '../../../platform/result.ts'
import type { OidcSettings } from '../../../tenants/public.ts'
import { attributeText, claimedFrom } from '../claimed-from.ts'
import type { Failure, Proof, RedirectMethod, VerifiedIdentity } from '../method.ts'
import { addressFrom } from './claims.ts'
import { askProvider, checkAnswer, type Signed } from './exchange.ts'
import type { Providers } from './providers.ts'

/** Identification at an eID hub by OpenID Connect, after the Swedish profile. */
export const oidcMethod = (
  settings: OidcSettings,
  given: { readonly providers: Providers; readonly acceptedBindingProcesses: readonly string[] },
): RedirectMethod => ({
  kind: 'redirect',
  answersBy: 'query',
  start: async (ctx, { state, answerAddress, toSign }) =>
    await askProvider(ctx, given.providers, settings, {
      state,
      answerAddress,
      claims: Object.values(settings.claims).filter((name) => name !== undefined),
      signs: toSign && { toSign, names: settings.claims },
    }),
  finish: async (_ctx, kept, answer) => {
    const vouched = await checkAnswer(given.providers, settings, { kept, answer })
    if (!vouched.ok) return vouched
    const { claims, level, signed } = vouched.value
    const claimed = claimedFrom((name) => attributeText(claims[name]), {
      names: settings.claims,
      acceptedBindingProcesses: given.acceptedBindingProcesses,
      readAddress: (name) => addressFrom(claims[name]),
    })
    if (!claimed.ok) return claimed
    const reference = typeof claims.txn === 'string' ? claims.txn : undefined
    const identity = { claimed: claimed.value, level, reference }
    if (!signed) return ok(identity)
    const proof = proofOf(settings, identity, signed)
    return proof.ok ? ok({ ...identity, proof: proof.value }) : proof
  },
})

/** The ID token as proof: it is by the one who was asked, and says so itself, since nothing else of the answer is signed. */
function proofOf(
  { claims, clientId }: OidcSettings,
  { claimed }: VerifiedIdentity,
  { signer, idToken, idTokenClaims, keys, issuer, authenticatedAt, shown }: Signed,
): Result<Proof, Failure> {
  if (claimed.number !== signer.number) return failed({ reason: 'somebody-else', code: 'oidc-other-signer' })
  const attribute = Object.values(claims).find((name) => attributeText(idTokenClaims[name ?? '']) === signer.number)
  if (attribute === undefined) return failed({ reason: 'refused', code: 'oidc-signer-unsigned' })
  return ok({ answer: idToken, trusted: keys, provider: issuer, audience: clientId, authenticatedAt, attribute, shown })
}
