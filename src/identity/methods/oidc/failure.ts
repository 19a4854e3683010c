import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Failure } from '../method.ts'

/** What the library tells of a check that failed: the claim or attribute that it looked at. */
const Detail = z.object({ claim: z.string().optional(), attribute: z.string().optional() })

const ofClaim: Readonly<Record<string, string>> = {
  iss: 'oidc-wrong-issuer',
  aud: 'oidc-wrong-audience',
  azp: 'oidc-wrong-audience',
  nonce: 'oidc-wrong-nonce',
  sub: 'oidc-wrong-subject',
  exp: 'oidc-expired',
  iat: 'oidc-expired',
  nbf: 'oidc-not-yet-valid',
  auth_time: 'oidc-old-authentication',
}

/** Words of the library's messages for what it has no code of its own. */
const ofWords: readonly (readonly [RegExp, string])[] = [
  [/signature/i, 'oidc-wrong-key'],
  [/"alg"/, 'oidc-wrong-algorithm'],
  [/"id_token"/, 'oidc-no-token'],
  [/"iss"/, 'oidc-wrong-issuer'],
  [/"state"/, 'oidc-wrong-state'],
  [/"nonce"/, 'oidc-wrong-nonce'],
  [/"sub"/, 'oidc-wrong-subject'],
  [/"auth_time"/, 'oidc-old-authentication'],
]

/** Why an answer of a provider isn't trusted, as the library has thrown it. Nothing of the answer itself is in it. */
export function oidcFailure(error: unknown): Failure {
  const chain = causes(error)
  if (chain.some((cause) => cause instanceof oidc.ResponseBodyError)) {
    return { reason: 'refused', code: 'oidc-code-refused' }
  }
  if (chain.some((cause) => cause instanceof oidc.AuthorizationResponseError)) {
    return { reason: 'refused', code: 'oidc-provider-error' }
  }
  for (const cause of chain) {
    const code = codeOf(cause)
    if (code) return { reason: 'refused', code }
  }
  return chain.some((cause) => cause instanceof TypeError || cause instanceof DOMException)
    ? { reason: 'unavailable', code: 'oidc-unreachable' }
    : { reason: 'refused', code: 'oidc-refused' }
}

function codeOf(cause: unknown): string | undefined {
  const detail = Detail.safeParse(cause).data
  const named = ofClaim[detail?.claim ?? detail?.attribute ?? '']
  if (named || !(cause instanceof Error)) return named
  if ('code' in cause && cause.code === 'OAUTH_KEY_SELECTION_FAILED') return 'oidc-unknown-key'
  return ofWords.find(([words]) => words.test(cause.message))?.[1]
}

/** An error, and what it came from, outermost first; no deeper than libraries go. */
function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = []
  for (let at = error; at !== undefined && chain.length < 6; at = at instanceof Error ? at.cause : undefined)
    chain.push(at)
  return chain
}
