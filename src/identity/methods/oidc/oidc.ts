import { ok } from '../../../platform/result.ts'
import type { OidcSettings } from '../../../tenants/public.ts'
import { attributeText, claimedFrom } from '../claimed-from.ts'
import type { RedirectMethod } from '../method.ts'
import { addressFrom } from './claims.ts'
import { askProvider, checkAnswer } from './exchange.ts'
import type { Providers } from './providers.ts'

/** Identification at an eID hub by OpenID Connect, after the Swedish profile. */
export const oidcMethod = (
  settings: OidcSettings,
  given: { readonly providers: Providers; readonly acceptedBindingProcesses: readonly string[] },
): RedirectMethod => ({
  kind: 'redirect',
  answersBy: 'query',
  start: async (ctx, { state, answerAddress }) =>
    await askProvider(ctx, given.providers, settings, {
      state,
      answerAddress,
      claims: Object.values(settings.claims).filter((name) => name !== undefined),
    }),
  finish: async (_ctx, kept, answer) => {
    const vouched = await checkAnswer(given.providers, settings, { kept, answer })
    if (!vouched.ok) return vouched
    const { claims, level } = vouched.value
    const claimed = claimedFrom((name) => attributeText(claims[name]), {
      names: settings.claims,
      acceptedBindingProcesses: given.acceptedBindingProcesses,
      readAddress: (name) => addressFrom(claims[name]),
    })
    if (!claimed.ok) return claimed
    return ok({ claimed: claimed.value, level, reference: typeof claims.txn === 'string' ? claims.txn : undefined })
  },
})
