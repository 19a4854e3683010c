import { z } from 'zod'
import { redirect } from '../../platform/http/answer.ts'
import { page, type Page as Route } from '../../platform/http/page.ts'
import { getTenant } from '../../tenants/public.ts'
import type { IdentityPorts } from '../ports.ts'
import { findBegunLogin } from '../queries/find-begun-login.ts'
import { LoginReason } from '../reason.ts'
import { LoginView } from '../views/login-view.tsx'
import { ownPath } from '../wish.ts'
import { endedWords } from './ended-words.ts'

const Query = z.object({
  till: z.string().optional().catch(undefined),
  varfor: LoginReason.optional().catch(undefined),
})

const wishes = { start: 'service', resume: 'kept' } as const

/** `/logga-in`: says whose page comes and why, before it comes. */
export const loginPage = (ports: IdentityPorts): Route =>
  page('/logga-in', {
    area: 'public',
    query: Query,
    async get({ ctx, query, request }) {
      const returnTo = ownPath(query.till)
      const begun = await findBegunLogin(ctx, 'citizen', request.cookie(ports.cookies.login))
      const isAgain = begun?.purpose === 'again' && ctx.actor.kind === 'citizen'
      if (
        ctx.actor.kind === 'citizen' &&
        !isAgain &&
        !query.varfor &&
        returnTo &&
        !returnTo.startsWith('/handlaggning')
      ) {
        return redirect(returnTo)
      }
      const { citizenLogin, contactCentre, region, name } = await getTenant(ctx)
      return (
        <LoginView
          municipality={{ name, region, phone: contactCentre.phone }}
          methods={citizenLogin.methods.map((method) => ({
            name: method.name,
            title: ctx.texts.pick(method.title),
            isElsewhere: method.kind === 'oidc' || method.kind === 'saml',
          }))}
          till={returnTo}
          reason={query.varfor}
          words={query.varfor && (await endedWords(ctx, ports, request))}
          begun={isAgain ? 'again' : begun?.wish && wishes[begun.wish.kind]}
        />
      )
    },
  })
