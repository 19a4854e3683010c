import type { Configuration } from 'openid-client'
import type { AttributeNames, OpenIdProvider } from '../../../tenants/public.ts'
import type { ToSign } from '../method.ts'
import type { Providers } from './providers.ts'

/** Asks a provider to show a text and have it approved: signature extension for the Swedish profile, 1.1. */
const signApproval = 'https://id.oidc.se/scope/signApproval'

/** What is shown, as an object in a signed request. */
const signRequest = 'https://id.oidc.se/param/signRequest'

/** Whether a provider shows texts that are to be signed, by its published configuration. */
export const showsTexts = (configuration: Configuration): boolean =>
  configuration.serverMetadata().scopes_supported?.includes(signApproval) ?? false

/**
 * The claims that may have the signer's number; with the number (`isTold`) where it is certain which it is in. They are asked for in the ID token: it is what is
 * signed.
 */
export function signerClaims(
  names: AttributeNames,
  { scheme, number }: ToSign['signer'],
  isTold: boolean,
): Readonly<Record<string, { readonly value?: string }>> {
  const { personNumber, coordinationNumber, mappedNumber, mappedCoordinationNumber, foreignIdentifier } = names
  // The day of a coordination number is 60 more (Folkbokföringslagen, 18 a §).
  const isCoordination = Number(number.slice(6, 8)) > 60 && coordinationNumber !== undefined
  const own = scheme === 'prid' ? foreignIdentifier : isCoordination ? coordinationNumber : personNumber
  const all =
    scheme === 'prid' ? [foreignIdentifier] : [personNumber, coordinationNumber, mappedNumber, mappedCoordinationNumber]
  const known = all.flatMap((name) => name ?? [])
  return Object.fromEntries(known.map((name) => [name, isTold && name === own ? { value: number } : {}]))
}

/** What has a provider show a text: everything is in a signed request. It is pushed, so the text isn't in the browser's address. */
export async function requestToSign(
  providers: Providers,
  {
    configuration,
    provider,
    parameters,
    claims,
    toSign,
  }: {
    readonly configuration: Configuration
    readonly provider: OpenIdProvider
    readonly parameters: Readonly<Record<string, string>> & { readonly scope: string }
    readonly claims: Readonly<Record<string, unknown>>
    readonly toSign: ToSign
  },
): Promise<Record<string, string>> {
  const { issuer } = configuration.serverMetadata()
  const { client_id } = configuration.clientMetadata()
  const scope = `${parameters.scope} ${signApproval}`
  const request = await providers.signRequest({
    iss: provider.clientId,
    aud: issuer,
    client_id,
    ...parameters,
    scope,
    response_type: 'code',
    prompt: 'login consent',
    claims,
    [signRequest]: {
      sign_message: { message: Buffer.from(toSign.message).toString('base64'), mime_type: 'text/plain' },
    },
  })
  return { client_id, scope, response_type: 'code', request }
}
