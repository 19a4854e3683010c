import { isIdentityNumber } from '../../../forms/formats/identity-number.ts'
import type { Context } from '../../../platform/context.ts'
import { type BankIdSettings, getTenant } from '../../../tenants/public.ts'
import type { Collected, FindPartner, OrderMethod } from '../method.ts'
import { over } from '../order.ts'
import { Completion } from './order.ts'
import { type BankIdStanding, bankIdOrders } from './orders.ts'

/** Identification with BankID. Who it is isn't said beforehand: the order belongs to whoever opens it in their app. */
export function bankIdMethod(settings: BankIdSettings, findPartner: FindPartner): OrderMethod {
  const orders = bankIdOrders(settings, findPartner)
  const { collectEvery, leadsBack, ended, cancel, view } = orders
  return {
    kind: 'order',
    collectEvery,
    leadsBack,
    place: async (ctx, input) => orders.place(ctx, input, { method: 'auth', visible: await visibleText(ctx) }),
    async collect(ctx, kept, lastHint) {
      const standing = await orders.ask(ctx, kept, lastHint)
      return standing.kind === 'complete' ? identify(standing, settings.level) : standing
    },
    ended,
    cancel,
    view,
  }
}

/** What the person reads in the app: who asks, and for what. */
const visibleText = async (ctx: Context): Promise<string> =>
  ctx.texts.t('bankid.visible', { municipality: (await getTenant(ctx)).sender.name })

/** Whom a complete order identifies. */
function identify({ order, completion }: BankIdStanding & { readonly kind: 'complete' }, level: string): Collected {
  const read = Completion.safeParse(completion)
  if (!read.success) return over({ reason: 'unknown', code: 'bankid-malformed-answer' })
  const { personalNumber: number, givenName, surname } = read.data.user
  if (!isIdentityNumber(number)) return over({ reason: 'no-number', code: 'bankid-malformed-number' })
  return {
    kind: 'complete',
    identity: {
      claimed: { scheme: 'swedish-number', number, facts: { givenName, surname } },
      level,
      reference: order.orderRef,
    },
  }
}
