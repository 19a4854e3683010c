import * as oidc from 'openid-client'
import { CodedError } from '../../../platform/errors.ts'

/** Whether a provider takes requests from us directly (RFC 9126), by its published configuration. */
export const takesPushed = (configuration: oidc.Configuration): boolean =>
  configuration.serverMetadata().pushed_authorization_request_endpoint !== undefined

/**
 * Gives a request to the provider, authenticated as ourselves. Answers the address for the browser, which has nothing but our name and the provider's word for the request:
 * what is in an address stays in histories and logs. Throws `identity-provider-failed`.
 */
export async function pushRequest(
  configuration: oidc.Configuration,
  request: Readonly<Record<string, string>>,
): Promise<string> {
  try {
    return (await oidc.buildAuthorizationUrlWithPAR(configuration, { ...request })).href
  } catch (cause) {
    const { host } = new URL(configuration.serverMetadata().issuer)
    throw new CodedError('identity-provider-failed', `${host} doesn't take a pushed request`, { cause })
  }
}
