import { isIdentityNumber } from '../../../forms/formats/identity-number.ts'
import { minutes } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { failed, ok } from '../../../platform/result.ts'
import { type BankIdSettings, getTenant } from '../../../tenants/public.ts'
import type { Collected, FindPartner, OrderMethod, Partner } from '../method.ts'
import { findToAsk, over } from '../order.ts'
import { askBankId } from './client.ts'
import { failureOf, isKnownEnding, textOfEnding } from './endings.ts'
import { isKnownHint, isMobile, isUnopened, textOfHint } from './hints.ts'
import { Completion, Order, Outcome, Placed } from './order.ts'
import { qrText } from './qr.ts'
import { type AuthInput, authRequest } from './request.ts'

/** How long BankID keeps a complete order, in milliseconds; it forgets the others some time after. */
const orderKept = minutes(3)

/**
 * BankID by its interface for relying parties, v6.0. `launch` is an address that the browser can open: the caller has put the simulators' own in
 * place of `simulators:`. Who it is isn't said beforehand: the order belongs to whoever opens it in their app. `place` throws where there is
 * nobody to ask.
 */
export function bankIdMethod(settings: BankIdSettings, findPartner: FindPartner): OrderMethod {
  const find = (ctx: Context): Promise<Partner> => findPartner(ctx, settings)

  return {
    kind: 'order',
    // Milliseconds, as BankID asks for.
    collectEvery: 2_000,
    leadsBack: true,

    async place(ctx, input) {
      const partner = await find(ctx)
      const request = authRequest(settings, await visibleText(ctx), input)
      const answer = await askBankId(ctx, partner, { method: 'auth', request })
      if (!answer.ok) return failed(failureOf(answer.error))
      const placed = Placed.safeParse(answer.value)
      if (!placed.success) return failed(failureOf('noAnswer'))
      return ok(orderOf(placed.data, { input, receivedAt: ctx.clock.now().getTime(), endUserIp: request.endUserIp }))
    },

    async collect(ctx, kept, lastHint) {
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
      if (status === 'complete') return identify(ctx, { order, level: settings.level }, completionData)
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

/** What the person reads in the app: who asks, and for what. */
const visibleText = async (ctx: Context): Promise<string> =>
  ctx.texts.t('bankid.visible', { municipality: (await getTenant(ctx)).sender.name })

const orderOf = (
  placed: Placed,
  { input, ...rest }: { readonly input: AuthInput; readonly receivedAt: number; readonly endUserIp: string },
): Order => ({ ...placed, ...rest, device: input.device, mobile: isMobile(input.userAgent) })

/** An order that BankID no longer has was complete or failed without us; one that it should have is a fault of ours. */
function afterError(error: string, { pending, age }: { readonly pending: Collected; readonly age: number }): Collected {
  if (error === 'noAnswer' || error === 'tooManyRequests') return pending
  if (error === 'invalidParameters' && age >= orderKept) return over({ reason: 'expired', code: 'bankid-forgotten' })
  return over(failureOf(error))
}

function afterFailure(ctx: Context, hint: string): Collected {
  if (!isKnownEnding(hint)) ctx.log.warn({ code: 'bankid-unknown-hint', hint }, 'BankID has a new hint')
  return over(failureOf(hint), hint === 'startFailed')
}

/** Whom a complete order identifies. */
function identify(
  ctx: Context,
  { order, level }: { readonly order: Order; readonly level: string },
  data: unknown,
): Collected {
  const completion = Completion.safeParse(data)
  if (!completion.success) return over({ reason: 'unknown', code: 'bankid-malformed-answer' })
  const { user, device } = completion.data
  if (!isIdentityNumber(user.personalNumber)) return over({ reason: 'no-number', code: 'bankid-malformed-number' })
  // A sign of somebody lured into another's order; no proof, since phones change between networks.
  if (order.device === 'this' && device.ipAddress !== order.endUserIp) {
    ctx.log.info({ code: 'bankid-other-address', reference: order.orderRef }, 'BankID was opened at another address')
  }
  const facts = { givenName: user.givenName, surname: user.surname }
  return {
    kind: 'complete',
    identity: {
      claimed: { scheme: 'swedish-number', number: user.personalNumber, facts },
      level,
      reference: order.orderRef,
    },
  }
}
