import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { listenOnFreePort } from '../../../../../simulators/testing/ports.ts'
import { atEndOfFile } from '../../../../platform/testing/end-of-file.ts'

/** What the provider does to the answer that it would give if it were honest. */
export type Misbehaviour = {
  /** Changes the ID token's claims; undefined takes one away. */
  readonly claims?: (honest: JWTPayload) => JWTPayload
  /** Signs with a key that isn't published, by the name of one that is. */
  readonly otherKey?: boolean
  /** By a key whose name nobody has published. */
  readonly unknownKey?: boolean
  readonly unsigned?: boolean
  /** With the public key as a shared secret (HS256), as naive libraries accept. */
  readonly symmetric?: boolean
  /** Whom UserInfo is about. */
  readonly userInfoSubject?: string
  readonly refusesCode?: boolean
  readonly noIdToken?: boolean
}

const level = 'http://id.swedenconnect.se/loa/1.0/uncertified-loa3'

/**
 * An OpenID provider that answers for Ada, in whatever way a test wants it to misbehave; `announces` stands in its configuration besides. It takes no pushed requests. Gone
 * after the file's last test.
 */
export async function aMisbehavingProvider(announces: Readonly<Record<string, unknown>> = {}) {
  const [honest, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const publicKey = { ...(await exportJWK(honest.publicKey)), kid: 'a', alg: 'RS256', use: 'sig' }
  const state = { misbehaviour: {} as Misbehaviour, nonce: '' }

  const idToken = async (issuer: string): Promise<string> => {
    const { claims = (same) => same, ...wrong } = state.misbehaviour
    const now = Math.floor(Date.now() / 1000)
    const payload = claims({
      iss: issuer,
      sub: 'ada',
      aud: 'kommun',
      exp: now + 300,
      iat: now,
      auth_time: now,
      nonce: state.nonce,
      acr: level,
    })
    if (wrong.unsigned) return new UnsecuredJWT(payload).encode()
    if (wrong.symmetric) {
      const secret = new TextEncoder().encode(publicKey.n)
      return await new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'a' }).sign(secret)
    }
    return await new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: wrong.unknownKey ? 'b' : 'a' })
      .sign(wrong.otherKey || wrong.unknownKey ? other.privateKey : honest.privateKey)
  }

  const answers: Readonly<Record<string, (issuer: string) => Promise<unknown> | unknown>> = {
    '/.well-known/openid-configuration': (issuer) => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
      ...announces,
    }),
    '/jwks': () => ({ keys: [publicKey] }),
    '/me': () => ({
      sub: state.misbehaviour.userInfoSubject ?? 'ada',
      'https://id.oidc.se/claim/personalIdentityNumber': '199001012385',
    }),
    '/token': async (issuer) =>
      state.misbehaviour.refusesCode
        ? { error: 'invalid_grant' }
        : {
            access_token: 'x',
            token_type: 'Bearer',
            ...(!state.misbehaviour.noIdToken && { id_token: await idToken(issuer) }),
          },
  }

  let issuer = ''
  const server = createServer(async (request, response) => {
    const answer = await answers[request.url ?? '']?.(issuer)
    const isRefusal = typeof answer === 'object' && answer !== null && 'error' in answer
    response.writeHead(answer === undefined ? 404 : isRefusal ? 400 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer))
  })
  issuer = `http://localhost:${await listenOnFreePort(server)}`
  atEndOfFile(() => {
    server.close()
    server.closeAllConnections()
  })

  return {
    issuer,
    level,
    /** From now on it misbehaves so, towards a login of this nonce. */
    misbehave: (misbehaviour: Misbehaviour, nonce: string) => Object.assign(state, { misbehaviour, nonce }),
  }
}
