import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { AuthenticationCode } from './refusal.ts'
import type { Said } from './said.ts'

const Claims = z.looseObject({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  acr: z.string(),
  nonce: z.string(),
  iat: z.number(),
  auth_time: z.number(),
  name: z.string().optional(),
  txn: z.string().optional(),
})

const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().exactOptional() })).min(1) })

/** Asymmetric ones alone: a shared secret proves nothing to others. */
const algorithms: readonly (string | undefined)[] = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'Ed25519', 'EdDSA'],
]

/** Verifies and reads an ID token by the provider's keys (JWKS, JSON) as they were when it came. Asks nobody, and no clock. */
export async function readIdToken(token: string, trusted: string): Promise<Result<Said, AuthenticationCode>> {
  const keys = Keys.safeParse(parse(trusted))
  if (!keys.success) return failed('authentication-no-keys')
  const header = headerOf(token)
  if (!header) return failed('authentication-malformed')
  if (header.alg === 'none') return failed('authentication-unsigned')
  if (!algorithms.includes(header.alg)) return failed('authentication-weak-algorithm')
  if (!keys.data.keys.some(({ kid }) => kid === header.kid)) return failed('authentication-wrong-key')
  try {
    const { payload } = await compactVerify(token, createLocalJWKSet(keys.data))
    const claims = Claims.safeParse(parse(new TextDecoder().decode(payload)))
    return claims.success ? ok(saidBy(claims.data)) : failed('authentication-malformed')
  } catch {
    return failed('authentication-broken-signature')
  }
}

const saidBy = (claims: z.infer<typeof Claims>): Said => ({
  provider: claims.iss,
  audiences: [claims.aud].flat(),
  level: claims.acr,
  identifiedAt: claims.auth_time * 1000,
  issuedAt: claims.iat * 1000,
  boundTo: claims.nonce,
  read: (name) => (typeof claims[name] === 'string' ? claims[name] : undefined),
  name: claims.name,
  reference: claims.txn,
  // The profile has no claim for it: that the provider shows the text follows from its configuration (`signApproval`).
  shown: undefined,
  tells: false,
})

function headerOf(token: string) {
  try {
    return decodeProtectedHeader(token)
  } catch {
    return undefined
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
