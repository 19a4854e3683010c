import * as oidc from 'openid-client'
import { z } from 'zod'
import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { openJson, sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { getTenant, type Tenant } from '../../tenants/public.ts'
import type { Providers } from '../oidc/providers.ts'
import type { Area } from '../tables.ts'
import { Wish } from '../wish.ts'
import type { BegunLogin } from './begin-login.ts'
import { secretsBinding } from './start-login.ts'

const Secrets = z.object({ nonce: z.string(), verifier: z.string(), state: z.string(), redirectUri: z.string() })

/** Why nobody was logged in: `cancelled` is the person's own choice, `unknown` an answer that belongs to no login of this browser. */
export type LoginFailure = 'cancelled' | 'unknown' | 'refused'

export type FinishedLogin = BegunLogin & {
  readonly tenant: Tenant
  /** Claims of the ID token and of UserInfo, checked to be of one person. */
  readonly claims: Readonly<Record<string, unknown>>
  readonly level: string
}

/**
 * Takes the provider's answer (the whole query) to a login that this browser began. A login can be finished once, whichever process
 * gets the answer; everything that OpenID Connect lets us check is checked: state, nonce, PKCE, issuer, audience, signature, level.
 */
export async function finishLogin(
  ctx: Context,
  providers: Providers,
  input: { readonly area: Area; readonly browser: string | undefined; readonly query: string },
): Promise<Result<FinishedLogin, { readonly reason: LoginFailure } & BegunLogin>> {
  const answer = new URLSearchParams(input.query)
  const begun = await takeLogin(ctx, input.area, input.browser, answer)
  if (!begun) return failed({ reason: 'unknown' as const, returnTo: undefined, wish: undefined })
  const { returnTo, wish, secrets } = begun
  if (answer.get('error') === 'access_denied') return failed({ reason: 'cancelled' as const, returnTo, wish })

  const tenant = await getTenant(ctx)
  const configuration = await providers.configurationOf(tenant, input.area)
  const { levels } = input.area === 'citizen' ? tenant.citizenLogin : tenant.staffLogin
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${secrets.redirectUri}?${answer}`), {
      pkceCodeVerifier: secrets.verifier,
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      idTokenExpected: true,
    })
    const idToken = tokens.claims()
    const level = idToken?.acr
    // What we did not ask for is not good enough, however strong it calls itself.
    if (!idToken || typeof level !== 'string' || !levels.includes(level)) {
      ctx.log.warn({ code: 'login-level-refused', area: input.area }, 'login refused')
      return failed({ reason: 'refused' as const, returnTo, wish })
    }
    const userInfo = await oidc.fetchUserInfo(configuration, tokens.access_token, idToken.sub)
    return ok({ tenant, returnTo, wish, level, claims: { ...userInfo, ...idToken } })
  } catch (err) {
    ctx.log.warn({ code: 'login-refused', area: input.area, err }, 'login refused')
    return failed({ reason: 'refused' as const, returnTo, wish })
  }
}

/** Finds and ends the started login of an answer's state in one statement, so that a second answer finds none. */
async function takeLogin(ctx: Context, area: Area, browser: string | undefined, answer: URLSearchParams) {
  const state = answer.get('state')
  if (!browser || !state) return undefined
  return await inTransaction(actingAs(ctx, system), async ({ db }) => {
    const row = await db
      .updateTable('identity.login')
      .set({ state: answer.has('error') ? 'cancelled' : 'done' })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('state_hash', '=', sha256(state))
      .where('browser_hash', '=', sha256(browser))
      .where('area', '=', area)
      .where('state', '=', 'started')
      .where('expires_at', '>', ctx.clock.now())
      .returning(['login_id', 'secrets_sealed', 'return_to', 'wish'])
      .executeTakeFirst()
    if (!row?.secrets_sealed) return undefined
    const key = ctx.vault.tenantKey(ctx.tenant.id, 'login')
    return {
      secrets: Secrets.parse(openJson(key, row.secrets_sealed, secretsBinding(row.login_id))),
      returnTo: row.return_to ?? undefined,
      wish: z.nullable(Wish).parse(row.wish) ?? undefined,
    }
  })
}
