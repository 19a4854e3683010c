import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { FrejaFaultMode } from '../../../../simulators/freja/faults.ts'
import { type Simulators, startSimulators } from '../../../../simulators/simulators.ts'
import { findFreePort } from '../../../../simulators/testing/ports.ts'
import { later } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { testDatabase } from '../../../platform/testing/database.ts'
import { FrejaSettings } from '../../../tenants/public.ts'
import type { Collected, Kept, Partner } from '../method.ts'
import { frejaMethod } from './freja.ts'

const productPort = 4999
let folder: string
let simulators: Simulators
let origin: string
let partner: Partner
let ctx: Context

beforeAll(async () => {
  ctx = (await testDatabase()).context()
  folder = await mkdtemp(join(tmpdir(), 'handslag-freja-'))
  const httpPort = await findFreePort()
  simulators = await startSimulators({ productPort, httpPort, dataFolder: folder })
  origin = `http://localhost:${httpPort}`
  const read = (name: string) => readFile(join(folder, 'run', 'certificates', 'freja', name), 'utf8')
  partner = {
    address: `https://localhost:${simulators.partnersPort}/freja`,
    certificate: await read('client.pem'),
    key: await read('client.key'),
    authority: await read('authority.pem'),
    signing: await read('signing.pem'),
  }
})
afterAll(async () => {
  await simulators.stop()
  await rm(folder, { recursive: true })
})
afterEach(() => setFault({ mode: 'ok' }))

const post = async (path: string, body: object): Promise<void> => {
  const response = await fetch(origin + path, { method: 'POST', body: JSON.stringify(body) })
  expect(response.status).toBe(200)
}
const setFault = (fault: { readonly mode: FrejaFaultMode; readonly code?: number }) => post('/freja/faults', fault)

const method = (found: Partial<Partner> = {}, settings: Partial<FrejaSettings> = {}) =>
  frejaMethod(
    {
      ...FrejaSettings.parse({
        kind: 'freja',
        address: 'simulators:/freja',
        certificate: 'freja',
        launch: `${origin}/freja/app`,
      }),
      ...settings,
    },
    async () => ({ ...partner, ...found }),
  )

async function place(from = method(), returnUrl?: string): Promise<Kept> {
  const placed = await from.place(ctx, {
    device: returnUrl ? 'this' : 'other',
    endUserIp: '127.0.0.1',
    userAgent: undefined,
    host: 'localhost',
    returnUrl,
  })
  if (!placed.ok) throw new Error(placed.error.code)
  return placed.value
}

/** Opens an order in the app as its QR code says, and answers there. */
async function answerInApp(order: Kept, fields: Readonly<Record<string, string>>): Promise<void> {
  const { qr = '' } = method().view(order, { device: 'other', hint: '', now: 0 })
  expect((await fetch(qr)).status).toBe(200)
  const transactionReference = new URL(qr).searchParams.get('transactionReference') ?? ''
  const body = new URLSearchParams({ transactionReference, ...fields })
  expect((await fetch(`${origin}/freja/app`, { method: 'POST', body })).status).toBe(200)
}

const approveAs = (order: Kept, person: string) => answerInApp(order, { person, svar: 'legitimera' })

async function approved(from = method(), clock = ctx): Promise<Collected> {
  const order = await place(from)
  await approveAs(order, 'ada')
  return await from.collect(clock, order, 'DELIVERED_TO_MOBILE')
}

const refused = (code: string, reason = 'refused') => ({ kind: 'failed', failure: { reason, code }, restart: false })

test('an order waits, is opened in the app, and identifies who approves it by what is signed', async () => {
  const order = await place()
  expect(await method().collect(ctx, order, '')).toEqual({ kind: 'pending', hint: 'STARTED' })
  const { qr = '' } = method().view(order, { device: 'other', hint: 'STARTED', now: 0 })
  await fetch(qr)
  expect(await method().collect(ctx, order, 'STARTED')).toEqual({ kind: 'pending', hint: 'DELIVERED_TO_MOBILE' })
  await approveAs(order, 'ada')
  expect(await method().collect(ctx, order, 'DELIVERED_TO_MOBILE')).toEqual({
    kind: 'complete',
    identity: {
      claimed: {
        scheme: 'swedish-number',
        number: '199001012385',
        facts: { givenName: 'Ada', surname: 'Exempel', birthDate: '1990-01-01' },
      },
      level: 'http://id.elegnamnden.se/loa/1.0/loa3',
      reference: order.reference,
    },
  })
})

test('a coordination number is an identity, too', async () => {
  const order = await place()
  await approveAs(order, 'gustav')
  expect(await method().collect(ctx, order, '')).toMatchObject({
    identity: { claimed: { scheme: 'swedish-number', number: '197001782395' } },
  })
})

test.each(['second-certificate', 'other-attributes'] as const)('%s: Ada is Ada by what is signed', async (mode) => {
  await setFault({ mode })
  expect(await approved()).toMatchObject({ kind: 'complete', identity: { claimed: { number: '199001012385' } } })
})

test.each([
  ['no-jws', 'freja-no-jws'],
  ['wrong-key', 'freja-wrong-key'],
  ['embedded-key', 'freja-wrong-key'],
  ['tampered', 'freja-wrong-key'],
  ['alg-none', 'freja-wrong-algorithm'],
  ['alg-hs256', 'freja-wrong-algorithm'],
  ['unknown-certificate', 'freja-unknown-certificate'],
  ['not-details', 'freja-malformed-details'],
  ['other-reference', 'freja-other-reference'],
  ['not-approved', 'freja-not-approved'],
  ['old', 'freja-wrong-time'],
  ['future', 'freja-wrong-time'],
  ['low-level', 'freja-low-level'],
] as const)('nobody is identified by an answer that is wrong: %s', async (mode, code) => {
  await setFault({ mode })
  expect(await approved()).toEqual(refused(code))
})

test.each([
  ['foreign-number', 'freja-foreign-number'],
  ['no-number', 'freja-no-number'],
] as const)('somebody without a Swedish number is told so: %s', async (mode, code) => {
  await setFault({ mode })
  expect(await approved()).toEqual(refused(code, 'no-number'))
})

test('an answer to another relying party of the same integrator is refused, and ours is not', async () => {
  const ours = method({}, { relyingParty: 'exempelkoping' })
  expect(await approved(ours)).toMatchObject({ kind: 'complete' })
  await setFault({ mode: 'other-relying-party' })
  expect(await approved(ours)).toEqual(refused('freja-other-relying-party'))
})

test('a certificate counts only while it is valid', async () => {
  const inElevenYears = { ...ctx, clock: { now: () => later(new Date(), 11 * 365 * 86_400_000) } }
  expect(await approved(method(), inElevenYears)).toEqual(refused('freja-expired-certificate'))
})

test('an answer from before the order was placed is refused', async () => {
  const order = await place()
  await approveAs(order, 'ada')
  const placedLater = { ...order, placedAt: Date.now() + 120_000 }
  expect(await method().collect(ctx, placedLater, '')).toEqual(refused('freja-before-order'))
})

test('one person’s answer doesn’t serve another order', async () => {
  const [first, second] = [await place(), await place()]
  await approveAs(first, 'ada')
  expect(await method().collect(ctx, second, '')).toEqual({ kind: 'pending', hint: 'STARTED' })
})

test('cancelled in the app, or by us', async () => {
  const inApp = await place()
  await answerInApp(inApp, { svar: 'avbryt' })
  expect(await method().collect(ctx, inApp, '')).toEqual(refused('freja-canceled', 'cancelled'))
  const byUs = await place()
  await method().cancel(ctx, byUs)
  expect(await method().collect(ctx, byUs, '')).toEqual(refused('freja-rp-canceled', 'cancelled'))
})

test('what nobody opens in two minutes may be placed anew without a word; what somebody has opened may not', async () => {
  const order = await place()
  await post('/freja/clock', { seconds: 121 })
  const expired = { kind: 'failed', failure: { reason: 'expired', code: 'freja-expired' } }
  expect(await method().collect(ctx, order, 'STARTED')).toEqual({ ...expired, restart: true })
  expect(await method().collect(ctx, order, 'DELIVERED_TO_MOBILE')).toEqual({ ...expired, restart: false })
  await post('/freja/clock', { seconds: 480 })
  expect(await method().collect(ctx, order, 'STARTED')).toEqual(refused('freja-error-1100', 'expired'))
})

test('two at once are rejected, and a status that is new to us is waited out', async () => {
  const order = await place()
  await setFault({ mode: 'rejected' })
  expect(await method().collect(ctx, order, '')).toEqual(refused('freja-rejected', 'in-progress'))
  await setFault({ mode: 'new-status' })
  expect(await method().collect(ctx, order, '')).toEqual({ kind: 'pending', hint: 'UNKNOWN' })
})

test.each([
  [1000, 'unavailable'],
  [1005, 'blocked'],
  [1008, 'unavailable'],
  [1012, 'start-failed'],
  [2000, 'in-progress'],
  [9999, 'unavailable'],
])('error %i of Freja’s list says whose fault it is: %s', async (code, reason) => {
  await setFault({ mode: 'error', code })
  await expect(place()).rejects.toThrow(`freja-error-${code}`)
  expect(await method().collect(ctx, { reference: 'any', placedAt: 0 }, '')).toEqual(
    refused(`freja-error-${code}`, reason),
  )
})

test('a Freja that is down, not to be trusted, or not set up leaves an order as it stood', async () => {
  const order = await place()
  const pending = { kind: 'pending', hint: 'STARTED' }
  const { certificate: authority } = partner
  expect(await method({ authority }).collect(ctx, order, 'STARTED')).toEqual(pending)
  await expect(place(method({ authority }))).rejects.toThrow('freja-no-answer')
  expect(await method({ signing: undefined }).collect(ctx, order, 'STARTED')).toEqual(pending)
  await expect(place(method({ signing: undefined }))).rejects.toThrow('no signing certificates')
  await setFault({ mode: 'down' })
  expect(await method().collect(ctx, order, 'STARTED')).toEqual(pending)
  await expect(place()).rejects.toThrow('freja-no-answer')
  await method().cancel(ctx, order)
})

test('the page shows a code for another device, or a way into the app on this one, and Freja’s words', async () => {
  const order = await place(method(), `http://localhost:${productPort}/logga-in/freja`)
  const other = method().view(order, { device: 'other', hint: '', now: 0 })
  expect(other).toMatchObject({ message: 'freja.started', launch: undefined })
  const own = method().view(order, { device: 'this', hint: 'SOMETHING_NEW', now: 0 })
  expect(own).toMatchObject({ message: 'freja.unknown', qr: undefined })
  const opens = new URL(own.launch ?? '')
  expect(opens.searchParams.get('transactionReference')).toBe(order.reference)
  expect(opens.searchParams.get('originAppScheme')).toBe(`http://localhost:${productPort}/logga-in/freja`)
  expect(method().ended('freja-low-level', 'this')).toBe('freja.low-level')
  expect(method().ended('freja-wrong-key', 'this')).toBeUndefined()
})

test('without settings of its own it opens the real app', () => {
  const { launch } = FrejaSettings.parse({
    kind: 'freja',
    address: 'https://services.prod.frejaeid.com',
    certificate: 'freja',
  })
  const order = { reference: 'a+b/c', placedAt: 0 }
  expect(method({}, { launch }).view(order, { device: 'this', hint: '', now: 0 }).launch).toBe(
    'https://app.frejaeid.com/freja?action=bindUserToTransaction&transactionReference=a%2Bb%2Fc',
  )
})
