import * as oidc from 'openid-client'
import type { Context } from '../../platform/context.ts'
import type { OpenIdProvider } from '../../tenants/public.ts'
import type { Providers } from '../methods/oidc/providers.ts'

/**
 * What a provider says of a staff member who is logged in. `refused`: it doesn't vouch for them any more. `unreachable`: it says nothing that can be
 * understood.
 */
export type ProviderAnswer =
  | {
      readonly kind: 'confirmed'
      readonly claims: Readonly<Record<string, unknown>>
      /** The next one, where the provider gives a new one each time. */
      readonly refreshToken: string | undefined
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' }

/** Asks the municipality's provider whether a staff member, by its own name for them, is still who and what they were. Never throws. */
export async function askAboutStaff(
  ctx: Context,
  providers: Providers,
  about: { readonly provider: OpenIdProvider; readonly subject: string; readonly refreshToken: string },
): Promise<ProviderAnswer> {
  try {
    const configuration = await providers.configurationOf(about.provider)
    const tokens = await oidc.refreshTokenGrant(configuration, about.refreshToken)
    const userInfo = await oidc.fetchUserInfo(configuration, tokens.access_token, about.subject)
    return { kind: 'confirmed', claims: { ...userInfo, ...tokens.claims() }, refreshToken: tokens.refresh_token }
  } catch (err) {
    if (isRefusal(err)) return { kind: 'refused' }
    ctx.log.warn({ code: 'staff-provider-failed', err }, 'a staff session could not be confirmed')
    return { kind: 'unreachable' }
  }
}

/** The token counts no more (RFC 6749, 5.2), or the account was closed between its two answers (RFC 6750, 3.1). */
const isRefusal = (err: unknown): boolean =>
  (err instanceof oidc.ResponseBodyError && err.error === 'invalid_grant') ||
  (err instanceof oidc.WWWAuthenticateChallengeError && err.status === 401)
