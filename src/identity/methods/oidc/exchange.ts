import * as oidc from 'openid-client'
import { z } from 'zod'
import { later, seconds } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { AttributeNames, OpenIdProvider } from '../../../tenants/public.ts'
import type { Failure, Kept, ToSign } from '../method.ts'
import { oidcFailure } from './failure.ts'
import { offlineScopes } from './offline-access.ts'
import type { Providers } from './providers.ts'
import { pushRequest, takesPushed } from './pushed-request.ts'
import { requestToSign, showsTexts, signerClaims } from './sign-request.ts'

/** Milliseconds by which a provider's clock may differ from ours. */
const skew = seconds(60)

const KeptHere = z.object({
  nonce: z.string(),
  verifier: z.string(),
  state: z.string(),
  answerAddress: z.string(),
  startedAt: z.iso.datetime(),
  /** What the nonce binds the answer to, and whether the provider shows it. */
  signs: z.object({ digest: z.string(), signer: z.object({ number: z.string() }), shown: z.boolean() }).exactOptional(),
})

/** What a provider is asked for beside the identity itself. */
type Asked = {
  readonly state: string
  readonly answerAddress: string
  /** Names of claims, in the order of OpenID Connect's `claims` parameter; those that the provider doesn't know it leaves out. */
  readonly claims: readonly string[]
  /** The provider is to be asked again later about whoever logs in, so a refresh token is asked for where it gives any. */
  readonly refreshes?: boolean
  /** What the answer is to sign, with the claims that may have the signer's number. */
  readonly signs?: { readonly toSign: ToSign; readonly names: AttributeNames } | undefined
}

/**
 * Asks a provider to identify somebody anew: code flow with PKCE, nonce and `state`, by the Swedish profile of OpenID Connect. What is to be signed, and by whom, goes
 * there without the browser; a provider that takes no such requests is told neither. Throws `identity-provider-failed`.
 */
export async function askProvider(
  ctx: Context,
  providers: Providers,
  provider: OpenIdProvider,
  { state, answerAddress, claims, refreshes, signs }: Asked,
): Promise<{ readonly address: string; readonly kept: Kept }> {
  const configuration = await providers.configurationOf(provider)
  // What the provider signs says which text it is: the nonce stands in the ID token.
  const nonce = signs ? `${oidc.randomNonce()}.${signs.toSign.digest}` : oidc.randomNonce()
  const verifier = oidc.randomPKCECodeVerifier()
  const isPushed = signs !== undefined && takesPushed(configuration)
  const asked = {
    id_token: {
      acr: { essential: true, values: provider.levels },
      auth_time: { essential: true },
      ...(signs && signerClaims(signs.names, signs.toSign.signer, isPushed)),
    },
    ...(claims.length > 0 && { userinfo: Object.fromEntries(claims.map((claim) => [claim, null])) }),
  }
  const parameters = {
    redirect_uri: answerAddress,
    scope: ['openid', ...provider.scopes, ...(refreshes ? offlineScopes(configuration) : [])].join(' '),
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    acr_values: provider.levels.join(' '),
    ui_locales: ctx.texts.language,
  }
  const shown = isPushed && showsTexts(configuration)
  const request = shown
    ? await requestToSign(providers, { configuration, provider, parameters, claims: asked, toSign: signs.toSign })
    : { ...parameters, claims: JSON.stringify(asked) }
  const address = isPushed
    ? await pushRequest(configuration, request)
    : oidc.buildAuthorizationUrl(configuration, request).href
  const startedAt = ctx.clock.now().toISOString()
  const { digest, signer } = signs?.toSign ?? {}
  return {
    address,
    kept: { nonce, verifier, state, answerAddress, startedAt, ...(signs && { signs: { digest, signer, shown } }) },
  }
}

/** What a provider vouches for. */
export type Vouched = {
  readonly level: string
  /** Claims of the ID token and of UserInfo, checked to be of one person; where both have a claim, the ID token's counts. */
  readonly claims: Readonly<Record<string, unknown>>
  readonly refreshToken: string | undefined
  /** What the answer was to sign, with the ID token and the keys (JWKS) that verified it. */
  readonly signed: Signed | undefined
}

/** An answer that signs something. */
export type Signed = {
  readonly signer: { readonly number: string }
  readonly idToken: string
  readonly idTokenClaims: Readonly<Record<string, unknown>>
  readonly keys: string
  readonly issuer: string
  readonly authenticatedAt: string
  readonly shown: boolean
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
  const { nonce, verifier, state, answerAddress, startedAt, signs } = KeptHere.parse(kept)
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
    const signed = signs && {
      signer: signs.signer,
      idToken: tokens.id_token ?? '',
      idTokenClaims: { ...idToken },
      keys: JSON.stringify(oidc.getJwksCache(configuration)?.jwks ?? { keys: [] }),
      issuer: idToken.iss,
      authenticatedAt: new Date(authenticatedAt * 1000).toISOString(),
      shown: signs.shown,
    }
    return ok({
      level: idToken.acr,
      claims: { ...userInfo, ...idToken },
      refreshToken: tokens.refresh_token,
      signed,
    })
  } catch (error) {
    return failed(oidcFailure(error))
  }
}
