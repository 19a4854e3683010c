import { beforeAll, expect, test } from 'vitest'
import { later, minutes, seconds } from '../../platform/clock.ts'
import { failed, ok } from '../../platform/result.ts'
import { type TestDatabase, testDatabase, testTenants } from '../../platform/testing/database.ts'
import type { Collected, Device, OrderMethod, VerifiedIdentity } from '../methods/method.ts'
import { findOrder } from '../queries/find-order.ts'
import { collectOrder } from './collect-order.ts'
import { comeBack } from './come-back.ts'
import { placeOrder } from './place-order.ts'
import { takeIdentity } from './take-identity.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

const identity: VerifiedIdentity = {
  claimed: { scheme: 'swedish-number', number: '199001012385', facts: { givenName: 'Ada' } },
  level: 'http://id.elegnamnden.se/loa/1.0/loa3',
}

const complete: Collected = { kind: 'complete', identity }
const pending: Collected = { kind: 'pending', hint: 'outstandingTransaction' }
const startFailed: Collected = {
  kind: 'failed',
  failure: { reason: 'start-failed', code: 'app-not-started' },
  restart: true,
}

const here = { ip: '127.0.0.1', userAgent: undefined, host: 'localhost' }

/** An issuer that answers what the test says, and keeps what it was asked. */
function anIssuer(answers: readonly Collected[], { mayPlace = 10 } = {}) {
  const left = [...answers]
  const asked: string[] = []
  let placed = 0
  let returnUrl: string | undefined
  const method: OrderMethod = {
    kind: 'order',
    collectEvery: 2_000,
    leadsBack: true,
    place: async (_ctx, input) => {
      returnUrl = input.returnUrl
      placed += 1
      return placed > mayPlace ? failed({ reason: 'unavailable', code: 'issuer-down' }) : ok({ ref: `order-${placed}` })
    },
    collect: async (_ctx, order) => {
      asked.push(String(order.ref))
      return left.shift() ?? pending
    },
    cancel: async () => undefined,
    ended: () => undefined,
    view: () => ({ message: 'login.title', qr: undefined, launch: undefined }),
  }
  return {
    method,
    asked,
    placed: () => placed,
    returnSecret: () => new URL(returnUrl ?? 'http://x').searchParams.get('retur') ?? '',
  }
}

const at = (milliseconds: number, tenant: string = testTenants.exempelkoping) => {
  const now = later(new Date(), milliseconds)
  return database.context({ tenant, clock: { now: () => now } })
}

async function place(method: OrderMethod, device: Device = 'other'): Promise<string> {
  const placed = await placeOrder(database.context(), method, {
    purpose: 'login',
    returnTo: '/mina-sidor',
    wish: undefined,
    name: 'app',
    device,
    browser: here,
    returnAddress: 'http://localhost/logga-in/pagar',
  })
  if (!placed.ok) throw new Error(placed.error.code)
  return placed.value.browser
}

const collect = (ctx: ReturnType<typeof at>, method: OrderMethod, secret: string) =>
  collectOrder(ctx, () => method, { secret, ...here })

test('the issuer is asked every two seconds, however often the page asks', async () => {
  const { method, asked } = anIssuer([])
  const secret = await place(method)
  await collect(at(1_000), method, secret)
  expect(asked).toEqual([])
  for (const when of [2_100, 2_500, 3_000, 4_000]) await collect(at(when), method, secret)
  expect(asked).toEqual(['order-1'])
  await collect(at(4_200), method, secret)
  expect(asked).toHaveLength(2)
})

test('a complete order is collected once though many windows and processes ask at once', async () => {
  const { method, asked } = anIssuer([complete])
  const secret = await place(method)
  const together = at(2_100)
  await Promise.all(Array.from({ length: 8 }, () => collect(together, method, secret)))
  expect(asked).toHaveLength(1)
  await collect(at(seconds(30)), method, secret)
  expect(asked).toHaveLength(1)
  expect(await takeIdentity(database.context(), secret)).toMatchObject({ identity, method: 'app' })
  expect(await takeIdentity(database.context(), secret)).toBeUndefined()
})

test('a process that dies while it asks holds nobody up for long: another asks after forty seconds', async () => {
  const dying: OrderMethod = {
    ...anIssuer([]).method,
    collect: async () => {
      throw new Error('killed')
    },
  }
  const secret = await place(dying)
  await expect(collect(at(2_100), dying, secret)).rejects.toThrow('killed')
  const { method, asked } = anIssuer([complete])
  await collect(at(seconds(15)), method, secret)
  expect(asked).toEqual([])
  await collect(at(seconds(43)), method, secret)
  expect(await findOrder(database.context(), secret)).toMatchObject({ kind: 'done', returned: true })
})

test('an order that nobody opens is placed anew without a word while its QR code is up, for three minutes', async () => {
  const { method, asked, placed } = anIssuer([startFailed, startFailed, startFailed])
  const secret = await place(method)
  await collect(at(seconds(31)), method, secret)
  await collect(at(seconds(62)), method, secret)
  expect(placed()).toBe(3)
  expect(asked).toEqual(['order-1', 'order-2'])
  expect(await findOrder(database.context(), secret)).toMatchObject({ kind: 'waiting', order: { ref: 'order-3' } })
  await collect(at(minutes(3) + 1), method, secret)
  expect(await findOrder(database.context(), secret)).toMatchObject({ kind: 'over', reason: 'start-failed' })
})

test('on the same device the person is told that the app did not start', async () => {
  const { method, placed } = anIssuer([startFailed])
  const secret = await place(method, 'this')
  await collect(at(seconds(31)), method, secret)
  expect(placed()).toBe(1)
  expect(await findOrder(database.context(), secret)).toMatchObject({
    kind: 'over',
    reason: 'start-failed',
    code: 'app-not-started',
  })
})

test('an issuer that takes no new order says why', async () => {
  const { method } = anIssuer([startFailed], { mayPlace: 1 })
  const secret = await place(method)
  await collect(at(seconds(31)), method, secret)
  expect(await findOrder(database.context(), secret)).toMatchObject({ kind: 'over', code: 'issuer-down' })
})

test('somebody whom another has made approve their order gets nothing: the app must come back to the browser that placed it', async () => {
  const ctx = database.context()
  const { method, returnSecret } = anIssuer([complete])
  const secret = await place(method, 'this')
  await collect(at(2_100), method, secret)
  expect(await takeIdentity(ctx, secret)).toBeUndefined()
  expect(await findOrder(ctx, secret)).toMatchObject({ kind: 'done', returned: false })
  await comeBack(ctx, { browser: 'another browser', secret: returnSecret() })
  await comeBack(ctx, { browser: secret, secret: 'guessed' })
  expect(await takeIdentity(ctx, secret)).toBeUndefined()
  await comeBack(ctx, { browser: secret, secret: returnSecret() })
  expect(await takeIdentity(ctx, secret)).toMatchObject({ identity })
})

test('an order belongs to its municipality and its browser', async () => {
  const { method, asked } = anIssuer([complete])
  const secret = await place(method)
  await collect(at(2_100, testTenants.nordby), method, secret)
  await collect(at(2_100), method, 'another')
  expect(asked).toEqual([])
  expect(await findOrder(database.context({ tenant: testTenants.nordby }), secret)).toBeUndefined()
})
