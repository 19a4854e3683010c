import { z } from 'zod'
import { redirect } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { getTenant } from '../../tenants/public.ts'
import { browserNameOf } from '../browser-name.ts'
import { endTransaction } from '../commands/end-transaction.ts'
import { openStaffSession } from '../commands/open-session.ts'
import { startRedirect } from '../commands/start-redirect.ts'
import { takeAnswer } from '../commands/take-answer.ts'
import { loginCookie } from '../login-cookie.ts'
import { askProvider, checkAnswer } from '../methods/oidc/exchange.ts'
import { staffPath } from '../paths.ts'
import type { IdentityPorts } from '../ports.ts'
import { findBegunLogin } from '../queries/find-begun-login.ts'
import { reasonOf } from '../reason.ts'
import { ownPath } from '../wish.ts'
import { backWith } from './back.ts'

/** The municipality has one provider for its staff, so it needs no name of its own. */
const method = 'medarbetare'

const answerPath = `${staffPath}/svar`

const Query = z.object({ till: z.string().optional().catch(undefined) })

/** Whatever the provider sends; `checkAnswer` checks it. */
const AnyQuery = z.record(z.string(), z.unknown())

/** Staff's way to the municipality's own provider and back. */
export const staffLoginPages = ({ providers, cookies }: IdentityPorts): readonly Page[] => [
  page(staffPath, {
    area: 'public',
    query: Query,
    get: async ({ ctx, query, request }) => {
      const { staffLogin } = await getTenant(ctx)
      const begun = await findBegunLogin(ctx, 'staff', request.cookie(cookies.login))
      const start = {
        start: async (from: typeof ctx, asked: { readonly state: string; readonly answerAddress: string }) =>
          await askProvider(from, providers, staffLogin, { ...asked, claims: [], refreshes: true }),
      }
      const { address, browser } = await startRedirect(ctx, start, {
        area: 'staff',
        purpose: 'login',
        name: method,
        answerAddress: request.origin + answerPath,
        returnTo: ownPath(query.till) ?? begun?.returnTo,
        wish: begun?.wish,
      })
      return redirect(address, {
        cookies: [loginCookie(cookies, browser)],
      })
    },
  }),
  page(answerPath, {
    area: 'public',
    query: AnyQuery,
    get: async ({ ctx, request }) => {
      const answer = new URLSearchParams(request.path.split('?')[1])
      const answered = await takeAnswer(ctx, {
        area: 'staff',
        state: answer.get('state') ?? undefined,
        browser: request.cookie(cookies.login),
      })
      const desk = { purpose: 'login', returnTo: answered?.returnTo ?? '/handlaggning' } as const
      if (!answered) return backWith('okand', desk)
      const tenant = await getTenant(ctx)
      const vouched = await checkAnswer(providers, tenant.staffLogin, { kept: answered.kept, answer })
      if (!vouched.ok) {
        await endTransaction(ctx, answered.id, { failure: vouched.error })
        return backWith(reasonOf(vouched.error.reason), desk)
      }
      await endTransaction(ctx, answered.id, 'entered')
      const session = await openStaffSession(ctx, {
        tenant,
        method,
        browser: browserNameOf(request.userAgent),
        ...vouched.value,
      })
      if (!session.ok) return backWith('saknar-behorighet', { ...desk, returnTo: '/handlaggning' })
      return redirect(desk.returnTo, {
        cookies: [
          { name: cookies.staff, value: session.value.token },
          { name: cookies.login, value: undefined },
        ],
      })
    },
  }),
]
