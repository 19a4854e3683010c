import { createServer } from 'node:http'
import { type CryptoKey, exportJWK, generateKeyPair } from 'jose'
import * as oidc from 'openid-client'
import { listenOnFreePort } from './ports.ts'

const keyId = 'product-1'

/** A stand-in for the product: it publishes a public key at its port, and can log people in with the private one. */
export type RelyingParty = {
  readonly port: number
  readonly key: CryptoKey
  readonly stop: () => Promise<void>
}

/** Starts publishing a fresh key at `/.well-known/jwks.json` of a free port. */
export async function startRelyingParty(): Promise<RelyingParty> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: keyId, alg: 'ES256', use: 'sig' }] })
  const server = createServer((request, response) => {
    const found = request.url === '/.well-known/jwks.json'
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(found ? keys : '{}')
  })
  const port = await listenOnFreePort(server)
  return { port, key: privateKey, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** One login that was begun: where to send the browser, and how to finish when it comes back. */
export type BegunLogin = {
  readonly url: URL
  readonly finish: (answer: URL) => Promise<{
    readonly idToken: Readonly<Record<string, unknown>>
    readonly userInfo: Readonly<Record<string, unknown>>
  }>
}

type LoginRequest = {
  readonly issuer: string
  readonly clientId: string
  readonly redirectUri: string
  readonly scope: string
  readonly key: CryptoKey
  readonly extra?: Readonly<Record<string, string>>
}

/** Begins a login as the product does: code flow, PKCE, state, nonce, `prompt=login`, `private_key_jwt`. */
export async function beginLogin(request: LoginRequest): Promise<BegunLogin> {
  const { issuer, clientId, redirectUri, scope, key, extra } = request
  const config = await oidc.discovery(new URL(issuer), clientId, {}, oidc.PrivateKeyJwt({ key, kid: keyId }), {
    execute: [oidc.allowInsecureRequests],
  })
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
  const expectedState = oidc.randomState()
  const expectedNonce = oidc.randomNonce()
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    ui_locales: 'sv',
    ...extra,
  })
  return {
    url,
    finish: async (answer) => {
      const tokens = await oidc.authorizationCodeGrant(config, answer, {
        pkceCodeVerifier,
        expectedState,
        expectedNonce,
        idTokenExpected: true,
      })
      const idToken = tokens.claims()
      if (!idToken) throw new Error('the answer holds no ID token')
      return { idToken, userInfo: await oidc.fetchUserInfo(config, tokens.access_token, idToken.sub) }
    },
  }
}
