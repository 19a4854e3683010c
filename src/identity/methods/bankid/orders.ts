import { minutes } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { BankIdSettings } from '../../../tenants/public.ts'
import type { Failure, FindPartner, Kept, OrderMethod, Partner } from '../method.ts'
import { findToAsk, type Over, over } from '../order.ts'
import { askBankId } from './client.ts'
import { failureOf, isKnownEnding, textOfEnding } from './endings.ts'
import { isKnownHint, isMobile, isUnopened, textOfHint } from './hints.ts'
import { Device, Order, Outcome, Placed } from './order.ts'
import { qrText } from './qr.ts'
import { type Asked, type OrderInput, orderRequest } from './request.ts'

/** How long BankID keeps a complete order, in milliseconds; it forgets the others some time after. */
const orderKept = minutes(3)

type Pending = { readonly kind: 'pending'; readonly hint: string }

/** How an order stands; `completion` is what BankID tells of a complete one, still to be read. */
export type BankIdStanding =
  | Pending
  | Over
  | { readonly kind: 'complete'; readonly order: Order; readonly completion: unknown }

/** As an `OrderMethod` has them, but for what is asked of the person and what a complete order means. */
type BankIdOrders = Pick<OrderMethod, 'collectEvery' | 'leadsBack' | 'ended' | 'cancel' | 'view'> & {
  readonly place: (ctx: Context, input: OrderInput, asked: Asked) => Promise<Result<Kept, Failure>>
  /** Asks BankID once, never throws; one that can't be reached leaves the order pending. */
  readonly ask: (ctx: Context, kept: Kept, lastHint: string) => Promise<BankIdStanding>
}

/**
 * Orders by BankID's interface for relying parties, v6.0: what identification and signing have in common. `launch` is an address that the browser can
 * open: the caller has put the simulators' own in place of `simulators:`. `place` throws where there is nobody to ask.
 */
export function bankIdOrders(settings: BankIdSettings, findPartner: FindPartner): BankIdOrders {
  const find = (ctx: Context): Promise<Partner> => findPartner(ctx, settings)

  return {
    // Milliseconds, as BankID asks for.
    collectEvery: 2_000,
    leadsBack: true,

    async place(ctx, input, asked) {
      const partner = await find(ctx)
      const request = orderRequest(settings, asked, input)
      const answer = await askBankId(ctx, partner, { method: asked.method, request })
      if (!answer.ok) return failed(failureOf(answer.error))
      const placed = Placed.safeParse(answer.value)
      if (!placed.success) return failed(failureOf('noAnswer'))
      const order: Order = {
        ...placed.data,
        receivedAt: ctx.clock.now().getTime(),
        endUserIp: request.endUserIp,
        device: input.device,
        mobile: isMobile(input.userAgent),
      }
      return ok(order)
    },

    async ask(ctx, kept, lastHint) {
      const order = Order.parse(kept)
      const partner = await findToAsk(ctx, find, 'bankid-no-partner')
      const pending = { kind: 'pending', hint: lastHint } as const
      if (!partner) return pending
      const answer = await askBankId(ctx, partner, { method: 'collect', request: { orderRef: order.orderRef } })
      if (!answer.ok) return afterError(answer.error, { pending, age: ctx.clock.now().getTime() - order.receivedAt })
      const outcome = Outcome.safeParse(answer.value)
      if (!outcome.success) {
        ctx.log.error({ code: 'bankid-malformed-answer' }, 'BankID answers otherwise than it has told')
        return pending
      }
      const { orderRef, status, hintCode = '', completionData } = outcome.data
      if (orderRef !== order.orderRef) return over({ reason: 'refused', code: 'bankid-other-order' })
      if (status === 'complete') return complete(ctx, order, completionData)
      if (status === 'failed') return afterFailure(ctx, hintCode)
      if (!isKnownHint(hintCode) && hintCode !== lastHint) {
        ctx.log.warn({ code: 'bankid-unknown-hint', hint: hintCode }, 'BankID has a new hint')
      }
      return { kind: 'pending', hint: hintCode }
    },

    ended: textOfEnding,

    async cancel(ctx, kept) {
      const { orderRef } = Order.parse(kept)
      const partner = await findToAsk(ctx, find, 'bankid-no-partner')
      if (partner) await askBankId(ctx, partner, { method: 'cancel', request: { orderRef } })
    },

    view(kept, { device, hint, now }) {
      const order = Order.parse(kept)
      const message = textOfHint(hint, { device, mobile: order.mobile })
      // A code that has been read opens nothing any more.
      if (device === 'other')
        return { message, qr: isUnopened(hint) ? qrText(order, now) : undefined, launch: undefined }
      const launch = new URL(settings.launch)
      launch.searchParams.set('autostarttoken', order.autoStartToken)
      // The order says where to go afterwards; an app that is too old to read that is to go nowhere.
      launch.searchParams.set('redirect', 'null')
      return { message, qr: undefined, launch: launch.href }
    },
  }
}

/** An order that BankID no longer has was complete or failed without us; one that it should have is a fault of ours. */
function afterError(error: string, { pending, age }: { readonly pending: Pending; readonly age: number }) {
  if (error === 'noAnswer' || error === 'tooManyRequests') return pending
  if (error === 'invalidParameters' && age >= orderKept) return over({ reason: 'expired', code: 'bankid-forgotten' })
  return over(failureOf(error))
}

function afterFailure(ctx: Context, hint: string): Over {
  if (!isKnownEnding(hint)) ctx.log.warn({ code: 'bankid-unknown-hint', hint }, 'BankID has a new hint')
  return over(failureOf(hint), hint === 'startFailed')
}

function complete(ctx: Context, order: Order, completion: unknown): BankIdStanding {
  const read = Device.safeParse(completion)
  // A sign of somebody lured into another's order; no proof, since phones change between networks.
  if (order.device === 'this' && read.success && read.data.device.ipAddress !== order.endUserIp) {
    ctx.log.info({ code: 'bankid-other-address', reference: order.orderRef }, 'BankID was opened at another address')
  }
  return { kind: 'complete', order, completion }
}
