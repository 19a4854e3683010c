import type { Context } from '../../../platform/context.ts'
import type { FrejaSettings } from '../../../tenants/public.ts'
import type { Collected, FindPartner, OrderMethod } from '../method.ts'
import { over } from '../order.ts'
import { checkDetails } from './check-details.ts'
import { AuthenticationDetails } from './details.ts'
import { readFrejaAnswer } from './jws.ts'
import { type ApprovedFrejaOrder, frejaOrders } from './orders.ts'

/** Freja eID+ is an approved Swedish e-legitimation at level 3 (Agency for Digital Government). */
const level = 'http://id.elegnamnden.se/loa/1.0/loa3'

/**
 * Freja eID+ by its REST API 1.0. Who it is isn't said beforehand: the order belongs to whoever reads its code, or opens it, in their app. For
 * `launch` and what throws see `frejaOrders`.
 */
export function frejaMethod(settings: FrejaSettings, findPartner: FindPartner): OrderMethod {
  const { place, ask, ...orders } = frejaOrders(settings, findPartner, 'authentication')
  return {
    kind: 'order',
    ...orders,
    place: (ctx, { returnUrl }) => place(ctx, startRequest, returnUrl),
    async collect(ctx, kept, lastHint) {
      const standing = await ask(ctx, kept, lastHint)
      return standing.kind === 'approved' ? await identify(ctx, standing, settings.relyingParty) : standing
    },
  }
}

/** The order is for anybody with Freja eID+; no more is asked about them than what tells who they are. */
const startRequest = {
  userInfoType: 'INFERRED',
  userInfo: 'N/A',
  minRegistrationLevel: 'PLUS',
  attributesToReturn: ['BASIC_USER_INFO', 'SSN', 'REGISTRATION_LEVEL', 'DATE_OF_BIRTH'].map((attribute) => ({
    attribute,
  })),
} as const

/** Reads an approved authentication from what is signed about it; the same things beside the signature are never looked at. */
async function identify(
  ctx: Context,
  { details, order, certificates }: ApprovedFrejaOrder,
  relyingParty: string | undefined,
): Promise<Collected> {
  const at = ctx.clock.now()
  const signed = await readFrejaAnswer(details, { certificates, at, details: AuthenticationDetails })
  if (!signed.ok) return over({ reason: 'refused', code: `freja-${signed.error}` })
  const { reference, placedAt } = order
  const claimed = checkDetails(signed.value, { reference, placedAt, relyingParty, now: at.getTime() })
  if (!claimed.ok) return over(claimed.error)
  return { kind: 'complete', identity: { claimed: claimed.value, level, reference } }
}
