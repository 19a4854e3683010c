import * as oidc from 'openid-client'
import { z } from 'zod'
import { later, seconds } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { OpenIdProvider } from '../../../tenants/public.ts'
import type { Failure, Kept } from '../method.ts'
import { oidcFailure } from './failure.ts'
import { offlineScopes } from './offline-access.ts'
import type { Providers } from './providers.ts'

/** Milliseconds by which a provider's clock may differ from ours. */
const skew = seconds(60)

const KeptHere = z.object({
  nonce: z.string(),
  verifier: z.string(),
  state: z.string(),
  answerAddress: z.string(),
  startedAt: z.iso.datetime(),
})

/** What a provider is asked for beside the identity itself. */
type Asked = {
  readonly state: string
  readonly answerAddress: string
  /** Names of claims, in the order of OpenID Connect's `claims` parameter; those that the provider doesn't know it leaves out. */
  readonly claims: readonly string[]
  /** The provider is to be asked again later about whoever logs in, so a refresh token is asked for where it gives any. */
  readonly refreshes?: boolean
}

/** Asks a provider to identify somebody anew: code flow with PKCE, nonce and `state`, by the Swedish profile of OpenID Connect. */
export async function askProvider(
  ctx: Context,
  providers: Providers,
  provider: OpenIdProvider,
  { state, answerAddress, claims, refreshes }: Asked,
): Promise<{ readonly address: string; readonly kept: Kept }> {
  const configuration = await providers.configurationOf(provider)
  const nonce = oidc.randomNonce()
  const verifier = oidc.randomPKCECodeVerifier()
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: answerAddress,
    scope: ['openid', ...provider.scopes, ...(refreshes ? offlineScopes(configuration) : [])].join(' '),
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    acr_values: provider.levels.join(' '),
    claims: JSON.stringify({
      id_token: { acr: { essential: true, values: provider.levels }, auth_time: { essential: true } },
      ...(claims.length > 0 && { userinfo: Object.fromEntries(claims.map((claim) => [claim, null])) }),
    }),
    ui_locales: ctx.texts.language,
  })
  const startedAt = ctx.clock.now().toISOString()
  return { address: address.href, kept: { nonce, verifier, state, answerAddress, startedAt } }
}

/** What a provider vouches for. */
export type Vouched = {
  readonly level: string
  /** Claims of the ID token and of UserInfo, checked to be of one person; where both have a claim, the ID token's counts. */
  readonly claims: Readonly<Record<string, unknown>>
  readonly refreshToken: string | undefined
}

/**
 * Checks a provider's answer by everything that OpenID Connect lets us check: issuer, state, nonce, PKCE, audience, signature, times, level, and that
 * the person was asked anew.
 */
export async function checkAnswer(
  providers: Providers,
  provider: OpenIdProvider,
  { kept, answer }: { readonly kept: Kept; readonly answer: URLSearchParams },
): Promise<Result<Vouched, Failure>> {
  if (answer.get('error') === 'access_denied') return failed({ reason: 'cancelled', code: 'oidc-cancelled' })
  const { nonce, verifier, state, answerAddress, startedAt } = KeptHere.parse(kept)
  const configuration = await providers.configurationOf(provider)
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${answerAddress}?${answer}`), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    const idToken = tokens.claims()
    // What we did not ask for is not good enough, however strong it calls itself.
    if (!idToken || typeof idToken.acr !== 'string' || !provider.levels.includes(idToken.acr)) {
      return failed({ reason: 'refused', code: 'oidc-wrong-level' })
    }
    const authenticatedAt = idToken.auth_time
    if (authenticatedAt === undefined || authenticatedAt * 1000 < later(new Date(startedAt), -skew).getTime()) {
      return failed({ reason: 'refused', code: 'oidc-old-authentication' })
    }
    const userInfo = await oidc.fetchUserInfo(configuration, tokens.access_token, idToken.sub)
    return ok({ level: idToken.acr, claims: { ...userInfo, ...idToken }, refreshToken: tokens.refresh_token })
  } catch (error) {
    return failed(oidcFailure(error))
  }
}
