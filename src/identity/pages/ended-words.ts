import type { Context } from '../../platform/context.ts'
import type { RequestFacts } from '../../platform/http/page.ts'
import { getTenant } from '../../tenants/public.ts'
import type { IdentityPorts } from '../ports.ts'
import { findOrder } from '../queries/find-order.ts'

/** What the issuer wants told of how this browser's latest order ended; undefined when it says nothing that our own words don't. */
export async function endedWords(
  ctx: Context,
  { methods, cookies }: IdentityPorts,
  request: RequestFacts,
): Promise<string | undefined> {
  const order = await findOrder(ctx, request.cookie(cookies.login))
  if (order?.kind !== 'over') return undefined
  const method = methods.find(await getTenant(ctx), order.method)
  const words = method?.kind === 'order' ? method.ended(order.code, order.device) : undefined
  return words && ctx.texts.t(words)
}
