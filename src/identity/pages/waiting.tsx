import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { type Answer, redirect, view } from '../../platform/http/answer.ts'
import { type Page, page, type RequestFacts } from '../../platform/http/page.ts'
import { getTenant, type Tenant } from '../../tenants/public.ts'
import { browserOf } from '../commands/browser-of.ts'
import { type AnyOrderMethod, collectOrder } from '../commands/collect-order.ts'
import { comeBack } from '../commands/come-back.ts'
import { endTransaction } from '../commands/end-transaction.ts'
import { placedAnew } from '../commands/start-signing.ts'
import type { Kept, OrderView } from '../methods/method.ts'
import { cancelPath, donePath, methodPath, waitingPath } from '../paths.ts'
import type { IdentityPorts } from '../ports.ts'
import { findOrder, type OrderState } from '../queries/find-order.ts'
import { findSigned } from '../queries/find-signed.ts'
import { reasonOf } from '../reason.ts'
import { WaitingPart, WaitingView } from '../views/waiting-view.tsx'
import { backWith } from './back.ts'
import { letIn } from './way-in.ts'

const Query = z.object({
  /** The secret that the app brings back. */
  retur: z.string().optional().catch(undefined),
  /** Without script the page comes anew by itself; who can't have that asks for it to stand still. */
  stilla: z.literal('ja').optional().catch(undefined),
})

/** Where a person waits for their app: `/logga-in/pagar`, which they may leave and come back to, and `/logga-in/avbryt`. */
export const waitingPages = (ports: IdentityPorts): readonly Page[] => [
  page(waitingPath, {
    area: 'public',
    query: Query,
    async get({ ctx, query, request }) {
      const secret = request.cookie(ports.cookies.login)
      if (query.retur !== undefined) {
        if (secret) await comeBack(ctx, { browser: secret, secret: query.retur })
        return redirect(waitingPath)
      }
      return await show(ctx, ports, request, query.stilla === 'ja')
    },
  }),
  page(cancelPath, {
    area: 'public',
    async post({ ctx, request }) {
      const order = await findOrder(ctx, request.cookie(ports.cookies.login))
      if (order?.kind === 'waiting') {
        await endTransaction(ctx, order.id, { failure: { reason: 'cancelled', code: 'cancelled-here' } })
        await orderMethod(ports, await getTenant(ctx), order)?.cancel(ctx, order.order)
      }
      return backWith('avbruten', order)
    },
  }),
]

/** While an order takes the place of another. */
const beingPlaced: OrderView = { message: 'login.order.updates', qr: undefined, launch: undefined }

async function show(ctx: Context, ports: IdentityPorts, request: RequestFacts, stands: boolean): Promise<Answer> {
  const tenant = await getTenant(ctx)
  const secret = request.cookie(ports.cookies.login)
  await collectOrder(ctx, (method, what) => orderMethod(ports, tenant, { method, what }), {
    secret,
    ...browserOf(request),
  })
  const fromFragment = request.fragment
  if (await findSigned(ctx, secret)) {
    return fromFragment ? redirect(donePath, { fromFragment }) : await letIn(ctx, ports, request)
  }
  const order = await findOrder(ctx, secret)
  const settings = tenant.citizenLogin.methods.find(({ name }) => name === order?.method)
  const method = order && orderMethod(ports, tenant, { what: undefined, ...order })
  if (!order && ctx.actor.kind === 'citizen') return redirect('/mina-sidor', { fromFragment })
  if (!order || !settings || !method) return backWith('okand', undefined, { fromFragment })
  // Another order takes its place at this moment: the page comes anew with that one, or is left with why there is none.
  const isPlacedAnew = order.kind === 'over' && order.code === placedAnew
  if (order.kind === 'over' && !isPlacedAnew) return backWith(reasonOf(order.reason), order, { fromFragment })
  if (order.kind === 'done' && order.returned) {
    return fromFragment ? redirect(donePath, { fromFragment }) : await letIn(ctx, ports, request)
  }
  const state = {
    title: ctx.texts.pick(settings.title),
    purpose: order.purpose,
    device: order.device,
    order:
      order.kind === 'waiting'
        ? method.view(order.order, { device: order.device, hint: order.hint, now: ctx.clock.now().getTime() })
        : isPlacedAnew
          ? beingPlaced
          : undefined,
  }
  return fromFragment
    ? view(<WaitingPart {...state} />, { fragment: true })
    : view(<WaitingView {...state} placesAt={placesAt(order)} stands={stands} />)
}

/** Where the order is placed anew for another device. */
const placesAt = (order: OrderState): string =>
  (order.kind === 'waiting' ? order.begunAt : undefined) ?? methodPath(order.method)

/** The method of an order; it is another where the order signs something. */
function orderMethod(
  { methods, signing }: IdentityPorts,
  tenant: Tenant,
  order: { readonly method: string; readonly what?: Kept | undefined },
): AnyOrderMethod | undefined {
  if (order.what) return signing.method(tenant, order.method, order.what)
  const method = methods.find(tenant, order.method)
  return method?.kind === 'order' ? method : undefined
}
