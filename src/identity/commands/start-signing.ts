import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { type Answer, redirect } from '../../platform/http/answer.ts'
import type { RequestFacts } from '../../platform/http/page.ts'
import { getTenant } from '../../tenants/public.ts'
import { loginCookie } from '../login-cookie.ts'
import type { Device, Kept, ToSign } from '../methods/method.ts'
import { answerAddressOf, waitingPath, withReason } from '../paths.ts'
import type { IdentityPorts } from '../ports.ts'
import { findOrder } from '../queries/find-order.ts'
import { reasonOf } from '../reason.ts'
import { browserOf } from './browser-of.ts'
import { endTransaction } from './end-transaction.ts'
import { placeOrder } from './place-order.ts'
import { startRedirect } from './start-redirect.ts'

/** The operator's code for an order that another takes the place of. */
export const placedAnew = 'placed-anew'

/** Something that somebody is to sign. */
export type ToStart = {
  /** The municipality's name for the way to sign; what it doesn't have is not found. */
  readonly method: string
  /** Where the person's app is; of no meaning for a provider's page. */
  readonly device: Device
  /** Comes back to `SigningPort` with the signature. */
  readonly what: Kept
  /** What a provider's page shows and binds. */
  readonly binding: ToSign
  /** Path of our own where the person goes on when nothing comes of it (with `?fel=` and a `LoginReason`), or when it has been put already. */
  readonly returnTo: string
}

/**
 * Starts a signature by the same state machine as an identification. For an app: in answer to a posted form, whose path starts it anew with another device
 * (field `enhet`). For a provider's page: in answer to a link, since a form can't end at another site (`form-action`). Answers where the browser goes: to wait for the app, to the provider, or back with why not. Throws `not-found`, `identity-provider-failed`.
 */
export async function startSigning(
  ctx: Context,
  ports: Pick<IdentityPorts, 'methods' | 'signing' | 'cookies'>,
  request: RequestFacts,
  { method: name, device, what, binding, returnTo }: ToStart,
): Promise<Answer> {
  const tenant = await getTenant(ctx)
  await takeBackEarlier(ctx, ports, request)
  const way = ports.methods.find(tenant, name)
  const begun = { purpose: 'sign', returnTo, wish: undefined, name } as const
  const signs = { what, begunAt: request.path.split('?')[0] ?? request.path }
  if (way?.kind === 'redirect') {
    const { address, browser } = await startRedirect(ctx, way, {
      ...begun,
      area: 'citizen',
      answerAddress: answerAddressOf(request.origin, way.answersBy),
      signs: { ...signs, toSign: binding },
    })
    return redirect(address, { cookies: [loginCookie(ports.cookies, browser)] })
  }
  const method = way && ports.signing.method(tenant, name, what)
  if (!method) throw notFound()
  const placed = await placeOrder(ctx, method, {
    ...begun,
    device,
    browser: browserOf(request),
    returnAddress: request.origin + waitingPath,
    signs,
  })
  if (!placed.ok) return redirect(withReason(returnTo, reasonOf(placed.error.reason)))
  return redirect(waitingPath, { cookies: [loginCookie(ports.cookies, placed.value.browser)] })
}

/**
 * Takes back what the browser still waits for a signature of: an issuer that is asked for a person has one order of theirs at a time, and would refuse the new one and end
 * both (BankID's `alreadyInProgress`).
 */
async function takeBackEarlier(
  ctx: Context,
  { signing, cookies }: Pick<IdentityPorts, 'signing' | 'cookies'>,
  request: RequestFacts,
): Promise<void> {
  const order = await findOrder(ctx, request.cookie(cookies.login))
  if (order?.kind !== 'waiting' || !order.what) return
  await endTransaction(ctx, order.id, { failure: { reason: 'cancelled', code: placedAnew } })
  await signing.method(await getTenant(ctx), order.method, order.what)?.cancel(ctx, order.order)
}
