import type { Configuration } from 'openid-client'

const offlineAccess = 'offline_access'

/**
 * The scopes that a staff login asks for besides its own, so that the provider gives a refresh token and can be asked again (OpenID Connect Core, 11).
 * None where the provider doesn't announce it: some give a refresh token all the same, others refuse a scope that they don't know.
 */
export const offlineScopes = (configuration: Configuration): readonly string[] =>
  configuration.serverMetadata().scopes_supported?.includes(offlineAccess) ? [offlineAccess] : []
