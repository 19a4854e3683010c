import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { redirect } from '../../platform/http/answer.ts'
import { type Page, page, type RequestFacts } from '../../platform/http/page.ts'
import { getTenant } from '../../tenants/public.ts'
import { browserOf } from '../commands/browser-of.ts'
import { placeOrder } from '../commands/place-order.ts'
import { startRedirect } from '../commands/start-redirect.ts'
import { loginCookie } from '../login-cookie.ts'
import type { Device, LoginMethod } from '../methods/method.ts'
import { answerAddressOf, methodPath, waitingPath } from '../paths.ts'
import type { IdentityPorts } from '../ports.ts'
import { findBegunLogin } from '../queries/find-begun-login.ts'
import { reasonOf } from '../reason.ts'
import type { Begun } from '../transaction.ts'
import { ChooseDeviceView } from '../views/choose-device-view.tsx'
import { ownPath } from '../wish.ts'
import { backWith } from './back.ts'

const Params = z.object({ method: z.string() })

const Query = z.object({
  till: z.string().optional().catch(undefined),
  /** Only to see that it works: nobody is logged in. */
  prov: z.literal('ja').optional().catch(undefined),
})

const Body = z.object({
  till: z.string().optional().catch(undefined),
  prov: z.literal('ja').optional().catch(undefined),
  enhet: z.enum(['denna', 'annan']).catch('annan'),
})

const devices: Readonly<Record<z.infer<typeof Body>['enhet'], Device>> = { denna: 'this', annan: 'other' }

/** `/logga-in/med/:method`: leads to the provider's page, or asks where the app is and then places an order. */
export const identifyPage = (ports: IdentityPorts): Page =>
  page(methodPath(':method'), {
    area: 'public',
    params: Params,
    query: Query,
    body: Body,
    async get({ ctx, params, query, request }) {
      const { method, title } = await chosen(ctx, ports, params.method)
      if (method.kind === 'order') {
        return (
          <ChooseDeviceView
            title={title}
            name={params.method}
            till={ownPath(query.till)}
            isTest={query.prov === 'ja'}
          />
        )
      }
      const { address, browser } = await startRedirect(ctx, method, {
        area: 'citizen',
        name: params.method,
        answerAddress: answerAddressOf(request.origin, method.answersBy),
        ...(await begunBy(ctx, ports, request, query)),
      })
      return redirect(address, { cookies: [loginCookie(ports.cookies, browser)] })
    },
    async post({ ctx, params, body, request }) {
      const { method } = await chosen(ctx, ports, params.method)
      if (method.kind !== 'order') throw notFound()
      const begun = await begunBy(ctx, ports, request, body)
      const placed = await placeOrder(ctx, method, {
        ...begun,
        name: params.method,
        device: devices[body.enhet],
        browser: browserOf(request),
        returnAddress: request.origin + waitingPath,
      })
      if (!placed.ok) return backWith(reasonOf(placed.error.reason), begun)
      return redirect(waitingPath, { cookies: [loginCookie(ports.cookies, placed.value.browser)] })
    },
  })

/** The method that the municipality calls so. Throws `not-found`. */
async function chosen(
  ctx: Context,
  { methods }: IdentityPorts,
  name: string,
): Promise<{ readonly method: LoginMethod; readonly title: string }> {
  const tenant = await getTenant(ctx)
  const settings = tenant.citizenLogin.methods.find((method) => method.name === name)
  const method = methods.find(tenant, name)
  if (!settings || !method) throw notFound()
  return { method, title: ctx.texts.pick(settings.title) }
}

/** What the identification is for: what was begun in this browser, if anything. */
async function begunBy(
  ctx: Context,
  { cookies }: IdentityPorts,
  request: RequestFacts,
  asked: z.infer<typeof Query>,
): Promise<Begun> {
  const returnTo = ownPath(asked.till)
  const begun = await findBegunLogin(ctx, 'citizen', request.cookie(cookies.login))
  // Who tries their e-ID in between finds what they had begun afterwards.
  if (asked.prov === 'ja') return { purpose: 'test', returnTo: begun?.returnTo, wish: begun?.wish }
  const purpose = begun?.purpose === 'again' ? 'again' : 'login'
  return { purpose, returnTo: returnTo ?? begun?.returnTo, wish: begun?.wish }
}
