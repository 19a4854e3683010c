import { SignJWT } from 'jose'
import * as oidc from 'openid-client'
import { minutes } from '../../../platform/clock.ts'
import type { SigningKey } from '../../../platform/cryptography/signing-key.ts'
import { CodedError } from '../../../platform/errors.ts'
import { newSecret } from '../../../platform/ids.ts'
import { type OpenIdProvider, resolveSimulated } from '../../../tenants/public.ts'

/** Seconds that an answer of an identity provider may take. */
const timeout = 10

/** Seconds that a signed request may be used: it goes to the provider at once. */
const requestLasts = 60

/** How long a provider's published configuration is used before it is read anew, in milliseconds. */
const freshFor = minutes(10)

/** Which provider, and who we are there. */
type Provider = Pick<OpenIdProvider, 'issuer' | 'clientId'>

/** The OpenID providers of all municipalities, each configured when it is first needed. */
export type Providers = {
  /** Throws `identity-provider-failed` when the provider can't be reached or isn't allowed here. */
  readonly configurationOf: (provider: Provider) => Promise<oidc.Configuration>
  /** Signs a request object with the key that we authenticate with, to be pushed to the provider at once. */
  readonly signRequest: (request: Readonly<Record<string, unknown>>) => Promise<string>
}

/**
 * `simulators` is the origin of this machine's simulators, undefined in production: there a municipality whose
 * provider is a simulator can't log anybody in, whatever its settings say.
 */
export function openIdProviders(options: {
  readonly key: SigningKey
  readonly simulators: string | undefined
  readonly now: () => number
}): Providers {
  const known = new Map<string, { readonly until: number; readonly configuration: Promise<oidc.Configuration> }>()

  const issuerOf = ({ issuer }: Provider): URL => {
    const address = resolveSimulated(issuer, options.simulators)
    if (address !== undefined) return new URL(address)
    throw new CodedError(
      'identity-provider-failed',
      'A simulator is set as identity provider where there are no simulators',
    )
  }

  return {
    async signRequest(request) {
      const now = Math.floor(options.now() / 1000)
      return await new SignJWT({ ...request })
        .setProtectedHeader({ alg: 'ES256', kid: options.key.id, typ: 'oauth-authz-req+jwt' })
        .setIssuedAt(now)
        .setExpirationTime(now + requestLasts)
        .setJti(newSecret())
        .sign(options.key.privateKey)
    },

    async configurationOf(provider) {
      const { clientId } = provider
      const issuer = issuerOf(provider)
      const name = `${issuer.href} ${clientId}`
      const kept = known.get(name)
      if (kept && kept.until > options.now()) return await kept.configuration
      const configuration = discover(issuer, clientId, options)
      known.set(name, { until: options.now() + freshFor, configuration })
      try {
        return await configuration
      } catch (cause) {
        known.delete(name)
        throw new CodedError('identity-provider-failed', `${issuer.host} can't be reached`, { cause })
      }
    },
  }
}

async function discover(
  issuer: URL,
  clientId: string,
  { key, simulators }: { readonly key: SigningKey; readonly simulators: string | undefined },
): Promise<oidc.Configuration> {
  const privateKey = await crypto.subtle.importKey(
    'pkcs8',
    key.privateKey.export({ type: 'pkcs8', format: 'der' }),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  )
  // Plain HTTP is for the simulators of this machine alone.
  const insecure = simulators !== undefined && issuer.origin === simulators
  return await oidc.discovery(issuer, clientId, undefined, oidc.PrivateKeyJwt({ key: privateKey, kid: key.id }), {
    timeout,
    // The ID token's own signature is checked as well as the connection that it came by.
    execute: [oidc.enableNonRepudiationChecks, ...(insecure ? [oidc.allowInsecureRequests] : [])],
  })
}
