import type { Context } from '../../platform/context.ts'
import type { RequestFacts } from '../../platform/http/page.ts'
import { getTenant } from '../../tenants/public.ts'
import type { IdentityPorts } from '../ports.ts'
import { findOrder } from '../queries/find-order.ts'

/** What the issuer wants told of how this browser's latest order ended; undefined when it says nothing that our own words don't. */
export async function endedWords(
  ctx: Context,
  { methods, cookies, signing }: Pick<IdentityPorts, 'methods' | 'cookies' | 'signing'>,
  request: RequestFacts,
): Promise<string | undefined> {
  const order = await findOrder(ctx, request.cookie(cookies.login))
  if (order?.kind !== 'over') return undefined
  const tenant = await getTenant(ctx)
  if (order.purpose === 'sign') {
    const words = signing.ended(tenant, order.method, order)
    return words && ctx.texts.t(words)
  }
  const method = methods.find(tenant, order.method)
  const words = method?.kind === 'order' ? method.ended(order.code, order.device) : undefined
  return words && ctx.texts.t(words)
}
