import { z } from 'zod'
import { visitorIdOf } from '../../platform/actor.ts'
import { type Answer, redirect } from '../../platform/http/answer.ts'
import { type Page, type PageRequest, page } from '../../platform/http/page.ts'
import { findBegunLogin, loginLifetime } from '../commands/begin-login.ts'
import { finishLogin, type LoginFailure } from '../commands/finish-login.ts'
import { takeInterruptedPost } from '../commands/interrupted-post.ts'
import { openCitizenSession, openStaffSession } from '../commands/open-session.ts'
import { startLogin } from '../commands/start-login.ts'
import type { IdentityPorts } from '../ports.ts'
import type { Area } from '../tables.ts'
import { ownPath } from '../wish.ts'
import type { LoginReason } from './login.tsx'

const StartQuery = z.object({ till: z.string().optional().catch(undefined) })

/** Whatever the provider sends; `finishLogin` checks it. */
const AnswerQuery = z.record(z.string(), z.unknown())

const answerPath: Readonly<Record<Area, string>> = { citizen: '/logga-in/svar', staff: '/logga-in/medarbetare/svar' }

const reasons: Readonly<Record<LoginFailure, LoginReason>> = {
  cancelled: 'avbruten',
  unknown: 'okand',
  refused: 'misslyckad',
}

/** The pages that lead to an area's identity provider and back from it. */
export const providerPages = (ports: IdentityPorts): readonly Page[] => [
  startPage(ports, 'citizen', '/logga-in/e-legitimation'),
  startPage(ports, 'staff', '/logga-in/medarbetare'),
  page(answerPath.citizen, {
    area: 'public',
    query: AnswerQuery,
    get: async ({ ctx, request }) => {
      const { cookies } = ports
      const login = await finishLogin(ctx, ports.providers, {
        area: 'citizen',
        browser: request.cookie(cookies.login),
        query: queryOf(request),
      })
      if (!login.ok) return backToLogin(reasons[login.error.reason], login.error.returnTo)
      const visitor = request.cookie(cookies.visitor)
      const session = await openCitizenSession(ctx, login.value, {
        registers: ports.registers,
        recognised: async (asSystem, tx, personId) => {
          if (visitor) await ports.claimDrafts(asSystem, tx, { visitorId: visitorIdOf(visitor), personId })
        },
      })
      if (!session.ok) return backToLogin('saknar-nummer', login.value.returnTo)
      const { actor, token } = session.value
      const asCitizen = { ...ctx, actor }
      const wish = login.value.wish
      const to =
        wish?.kind === 'start'
          ? await ports.startService(asCitizen, wish.service)
          : wish?.kind === 'resume'
            ? await resume(ports, asCitizen, wish.post)
            : undefined
      return redirect(to ?? login.value.returnTo ?? '/mina-sidor', {
        cookies: [
          { name: cookies.citizen, value: token },
          { name: cookies.login, value: undefined },
          { name: cookies.visitor, value: undefined },
        ],
      })
    },
  }),
  page(answerPath.staff, {
    area: 'public',
    query: AnswerQuery,
    get: async ({ ctx, request }) => {
      const { cookies } = ports
      const login = await finishLogin(ctx, ports.providers, {
        area: 'staff',
        browser: request.cookie(cookies.login),
        query: queryOf(request),
      })
      if (!login.ok) return backToLogin(reasons[login.error.reason], login.error.returnTo ?? '/handlaggning')
      const session = await openStaffSession(ctx, login.value)
      if (!session.ok) return backToLogin('saknar-behorighet', '/handlaggning')
      return redirect(login.value.returnTo ?? '/handlaggning', {
        cookies: [
          { name: cookies.staff, value: session.value.token },
          { name: cookies.login, value: undefined },
        ],
      })
    },
  }),
]

function startPage({ providers, cookies }: IdentityPorts, area: Area, path: string): Page {
  return page(path, {
    area: 'public',
    query: StartQuery,
    get: async ({ ctx, query, request }) => {
      const begun = await findBegunLogin(ctx, area, request.cookie(cookies.login))
      const { address, browser } = await startLogin(ctx, providers, {
        area,
        redirectUri: request.origin + answerPath[area],
        returnTo: ownPath(query.till) ?? begun?.returnTo,
        wish: begun?.wish,
      })
      return redirect(address, {
        cookies: [{ name: cookies.login, value: browser, maxAgeSeconds: loginLifetime / 1000 }],
      })
    },
  })
}

const queryOf = (request: PageRequest<unknown, unknown>['request']): string => request.path.split('?')[1] ?? ''

const backToLogin = (reason: LoginReason, returnTo: string | undefined): Answer =>
  redirect(`/logga-in?varfor=${reason}${returnTo ? `&till=${encodeURIComponent(returnTo)}` : ''}`)

async function resume(ports: IdentityPorts, ctx: Parameters<IdentityPorts['resumePost']>[0], id: string) {
  if (ctx.actor.kind !== 'citizen') return undefined
  const post = await takeInterruptedPost(ctx, ctx.actor, id)
  return post && (await ports.resumePost(ctx, post))
}
