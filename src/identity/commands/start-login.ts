import * as oidc from 'openid-client'
import { system } from '../../platform/actor.ts'
import { later } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sealJson, sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { newSecret } from '../../platform/ids.ts'
import { getTenant } from '../../tenants/public.ts'
import type { Providers } from '../oidc/providers.ts'
import type { Area } from '../tables.ts'
import { type BegunLogin, loginLifetime } from './begin-login.ts'

/** What the provider's answer is checked against; sealed in the login's row under this binding. */
export const secretsBinding = (login: string): string => `login:${login}`

/**
 * Starts a login at the area's provider: code flow with PKCE, nonce and a state of 256 bits, login asked for anew.
 * Answers the provider's address and the secret for the login cookie. Throws `identity-provider-failed`.
 */
export async function startLogin(
  ctx: Context,
  providers: Providers,
  input: { readonly area: Area; readonly redirectUri: string } & BegunLogin,
): Promise<{ readonly address: string; readonly browser: string }> {
  const tenant = await getTenant(ctx)
  const configuration = await providers.configurationOf(tenant, input.area)
  const settings = input.area === 'citizen' ? tenant.citizenLogin : tenant.staffLogin

  const login = ctx.ids.next()
  const browser = newSecret()
  const state = newSecret()
  const nonce = newSecret()
  const verifier = oidc.randomPKCECodeVerifier()
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: input.redirectUri,
    scope: ['openid', ...settings.scopes].join(' '),
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    acr_values: settings.levels.join(' '),
    ui_locales: ctx.texts.language,
  })

  const now = ctx.clock.now()
  await inTransaction(actingAs(ctx, system), async ({ db }) => {
    await db
      .insertInto('identity.login')
      .values({
        tenant_id: ctx.tenant.id,
        login_id: login,
        area: input.area,
        state: 'started',
        browser_hash: sha256(browser),
        state_hash: sha256(state),
        secrets_sealed: sealJson(
          ctx.vault.tenantKey(ctx.tenant.id, 'login'),
          { nonce, verifier, state, redirectUri: input.redirectUri },
          secretsBinding(login),
        ),
        return_to: input.returnTo ?? null,
        wish: input.wish ? JSON.stringify(input.wish) : null,
        created_at: now,
        expires_at: later(now, loginLifetime),
      })
      .execute()
  })
  return { address: address.href, browser }
}
