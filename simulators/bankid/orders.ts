import { randomUUID } from 'node:crypto'
import type { BankIdClock } from './clock.ts'
import { answerOf, isForgotten, type Order, type OrderStatus, statusAt } from './order.ts'
import type { BankIdHolder } from './persons.ts'
import { isFreshQr, startTokenIn } from './qr.ts'

/** What an order is placed with. */
export type NewOrder = Pick<Order, 'endUserIp' | 'visible' | 'toSign' | 'domain' | 'returnUrl' | 'personalNumber'>

/** All orders of this process, as the relying party and the app see them. */
export type Orders = {
  /** `in-progress`: the person asked for has another order, which is cancelled as well. */
  readonly place: (order: NewOrder) => Order | 'in-progress'
  readonly collect: (ref: string) => OrderStatus | 'unknown' | 'too-soon'
  /** Whether there was such an order. */
  readonly cancel: (ref: string) => boolean
  /** Those that wait for somebody to open them, the oldest first. */
  readonly listWaiting: () => readonly Order[]
  /** Opens a waiting order in the app; undefined when there is none, or it is over. */
  readonly openByToken: (autoStartToken: string) => Order | undefined
  readonly openByQr: (text: string) => Order | undefined
  /** As `openByQr`, without a code: for the button beside the order. */
  readonly scan: (qrStartToken: string) => Order | undefined
  /** The order that the app has opened, while it waits for an answer. */
  readonly findOpened: (autoStartToken: string) => Order | undefined
  /** The person answers in the app: as themselves, or with nobody cancels. */
  readonly answer: (autoStartToken: string, holder: BankIdHolder | undefined) => Order | undefined
  /** Makes one order so many milliseconds older, whichever of its tokens names it; answers whether there is such an order. */
  readonly age: (token: string, milliseconds: number) => boolean
}

/** Milliseconds that must lie between two questions about an order. */
const askedEvery = 1_000

/** The orders' keeper; a restart forgets them all. */
export function openOrders(clock: BankIdClock): Orders {
  const orders = new Map<string, Order>()

  const keep = (order: Order): Order => {
    orders.set(order.ref, order)
    return order
  }
  const known = (): readonly Order[] => {
    const now = clock.now()
    for (const order of orders.values()) if (isForgotten(order, now)) orders.delete(order.ref)
    return [...orders.values()]
  }
  const pending = (): readonly Order[] =>
    known().filter((order) => statusAt(order, clock.now()).status === 'pending' && !order.answer)
  const waiting = () => pending().filter(({ opened }) => !opened)
  const fail = (order: Order, hint: string) =>
    keep({ ...order, answer: { at: clock.now(), outcome: 'failed', hint, holder: undefined } })
  const open = (by: 'token' | 'qr', isIt: (order: Order) => boolean): Order | undefined => {
    const order = waiting().find(isIt)
    return order && keep({ ...order, opened: { at: clock.now(), by } })
  }
  const findOpened = (token: string) =>
    pending().find(({ opened, autoStartToken }) => opened && autoStartToken === token)
  /** Orders that somebody is at, or that are meant for them. */
  const ordersOf = (number: string): readonly Order[] =>
    known().filter(
      (order) =>
        statusAt(order, clock.now()).status === 'pending' &&
        (order.personalNumber === number || order.answer?.holder?.number === number),
    )

  return {
    place: (order) => {
      const others = order.personalNumber ? ordersOf(order.personalNumber) : []
      for (const other of others) fail(other, 'cancelled')
      if (others.length > 0) return 'in-progress'
      return keep({
        ...order,
        ref: randomUUID(),
        autoStartToken: randomUUID(),
        qrStartToken: randomUUID(),
        qrStartSecret: randomUUID(),
        placedAt: clock.now(),
      })
    },
    collect: (ref) => {
      const now = clock.now()
      const order = known().find((one) => one.ref === ref)
      if (!order) return 'unknown'
      if (order.askedAt !== undefined && now - order.askedAt < askedEvery) return 'too-soon'
      const status = statusAt(order, now)
      keep({ ...order, askedAt: now, ...(status.status === 'complete' && { collected: true }) })
      return status
    },
    cancel: (ref) => {
      known()
      return orders.delete(ref)
    },
    listWaiting: waiting,
    openByToken: (token) => open('token', ({ autoStartToken }) => autoStartToken === token),
    openByQr: (text) =>
      open(
        'qr',
        ({ qrStartToken, qrStartSecret, placedAt }) =>
          qrStartToken === startTokenIn(text) &&
          isFreshQr(text, qrStartSecret, Math.floor((clock.now() - placedAt) / 1000)),
      ),
    scan: (token) => open('qr', ({ qrStartToken }) => qrStartToken === token),
    findOpened,
    answer: (token, holder) => {
      const order = findOpened(token)
      if (!order) return undefined
      if (!holder) return fail(order, 'userCancel')
      // One person has one order at a time: what they had before is cancelled by the new one.
      for (const other of ordersOf(holder.number)) if (other.ref !== order.ref) fail(other, 'cancelled')
      return keep({ ...order, answer: answerOf(order, holder, clock.now()) })
    },
    age: (token, milliseconds) => {
      const order = known().find(
        ({ autoStartToken, qrStartToken }) => token === autoStartToken || token === qrStartToken,
      )
      if (!order) return false
      const { placedAt, opened } = order
      keep({
        ...order,
        placedAt: placedAt - milliseconds,
        ...(opened && { opened: { ...opened, at: opened.at - milliseconds } }),
      })
      return true
    },
  }
}
