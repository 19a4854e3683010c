import type { BankIdHolder } from './persons.ts'
import type { ToSign } from './signing/signed-data.ts'

/** An order as BankID keeps it; times are milliseconds since 1970. */
export type Order = {
  readonly ref: string
  readonly autoStartToken: string
  readonly qrStartToken: string
  readonly qrStartSecret: string
  readonly placedAt: number
  readonly endUserIp: string
  /** What the person is to read, already as text. */
  readonly visible: string
  /** What is to be signed; undefined for an order that identifies. */
  readonly toSign: ToSign | undefined
  readonly domain: string
  readonly returnUrl: string | undefined
  /** The one who must answer; 12 digits. */
  readonly personalNumber: string | undefined
  readonly opened?: { readonly at: number; readonly by: 'token' | 'qr' }
  readonly answer?: Answer
  readonly askedAt?: number
  /** The result has been told. */
  readonly collected?: true
}

/** What the person did in the app, and when it counts. */
export type Answer = { readonly at: number } & (
  | { readonly outcome: 'complete'; readonly holder: BankIdHolder }
  | { readonly outcome: 'failed'; readonly hint: string; readonly holder: BankIdHolder | undefined }
  | { readonly outcome: 'none'; readonly holder: BankIdHolder }
)

/** How an order stands. `since` is when it ended. */
export type OrderStatus =
  | { readonly status: 'pending'; readonly hintCode: string }
  | { readonly status: 'failed'; readonly hintCode: string; readonly since: number }
  | {
      readonly status: 'complete'
      readonly holder: BankIdHolder
      readonly toSign: ToSign | undefined
      readonly address: string
      readonly since: number
    }

// All in milliseconds, as BankID has them.
const openedWithin = 30_000
const answeredWithin = 180_000
const completeKept = 180_000
const failedKept = 300_000
const unopenedKept = 190_000

/** How long an app looks for a BankID before it asks for the security code. */
const searching = 1_000

/** How an order stands at a time. */
export function statusAt(order: Order, now: number): OrderStatus {
  const { opened, answer, placedAt } = order
  if (answer && answer.at <= now && answer.outcome === 'complete') {
    // The app has the browser's address, as on the same device or behind the same router.
    const { toSign, endUserIp } = order
    return { status: 'complete', holder: answer.holder, toSign, address: endUserIp, since: answer.at }
  }
  if (answer && answer.at <= now && answer.outcome === 'failed') {
    return { status: 'failed', hintCode: answer.hint, since: answer.at }
  }
  if (!opened && now - placedAt >= openedWithin) {
    return { status: 'failed', hintCode: 'startFailed', since: placedAt + openedWithin }
  }
  if (now - placedAt >= answeredWithin) {
    return { status: 'failed', hintCode: 'expiredTransaction', since: placedAt + answeredWithin }
  }
  if (!opened) return { status: 'pending', hintCode: 'outstandingTransaction' }
  return { status: 'pending', hintCode: now - opened.at < searching ? 'started' : 'userSign' }
}

/** Whether an order has been forgotten at a time: it ended too long ago, or its result has been collected. */
export function isForgotten(order: Order, now: number): boolean {
  const state = statusAt(order, now)
  if (order.collected) return true
  if (!order.opened && now - order.placedAt >= unopenedKept) return true
  if (state.status === 'complete') return now - state.since >= completeKept
  return state.status === 'failed' && now - state.since >= failedKept
}

/** What comes of a person's "Legitimera" or "Skriv under" at a time. The order of another person than the one asked for fails. */
export function answerOf(order: Order, holder: BankIdHolder, now: number): Answer {
  const at = now
  if (order.personalNumber !== undefined && order.personalNumber !== holder.number) {
    return { at, holder, outcome: 'failed', hint: 'certificateErr' }
  }
  switch (holder.scenario) {
    case 'complete':
      return { at, holder, outcome: 'complete' }
    case 'slow':
      return { at: at + 10_000, holder, outcome: 'complete' }
    case 'silent':
      return { at, holder, outcome: 'none' }
    default:
      return { at, holder, outcome: 'failed', hint: holder.scenario }
  }
}
