import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Stage, startStage } from '../../../../simulators/testing/stage.ts'
import type { Context } from '../../../platform/context.ts'
import { CodedError } from '../../../platform/errors.ts'
import { makeLog } from '../../../platform/log.ts'
import { testDatabase } from '../../../platform/testing/database.ts'
import { textsFor } from '../../../platform/texts/texts.ts'
import { BankIdSettings, getTenant } from '../../../tenants/public.ts'
import type { Device, FindPartner, Kept, Partner } from '../method.ts'
import { bankIdMethod } from './bankid.ts'
import { orderRequest } from './request.ts'

let stage: Stage
let ctx: Context
let partner: Partner
/** Codes that were logged. */
const logged: string[] = []
/** Our clock, put forward together with BankID's; milliseconds. */
let ahead = 0

beforeAll(async () => {
  const log = makeLog('silent')
  const note = (line: unknown) => void logged.push(z.object({ code: z.string() }).parse(line).code)
  ctx = {
    ...(await testDatabase()).context({ clock: { now: () => new Date(Date.now() + ahead) } }),
    log: Object.assign(log, { info: note, warn: note, error: note }),
  }
  stage = await startStage()
  const read = (name: string) => readFile(join(stage.dataFolder, 'run', 'certificates', 'bankid', name), 'utf8')
  partner = {
    address: `https://localhost:${stage.simulators.partnersPort}/bankid`,
    certificate: await read('client.pem'),
    key: await read('client.key'),
    authority: await read('authority.pem'),
  }
})
afterAll(() => stage.stop())
beforeEach(async () => {
  logged.length = 0
  await post('/bankid/faults', { mode: 'ok' })
})

const post = async (path: string, body: object): Promise<{ readonly status: number; readonly body: unknown }> => {
  const response = await fetch(`${stage.origin}${path}`, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

const forward = async (seconds: number) => {
  ahead += seconds * 1000
  await post('/bankid/clock', { seconds })
}

const settings = (more: object = {}) =>
  BankIdSettings.parse({
    kind: 'bankid',
    address: 'simulators:/bankid',
    certificate: 'bankid',
    launch: `${stage.origin}/bankid/app`,
    ...more,
  })

const method = (find: FindPartner = async () => partner) => bankIdMethod(settings(), find)

const input = (device: Device) => ({
  device,
  endUserIp: '::ffff:192.0.2.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
  host: 'localhost:3000',
  returnUrl: device === 'this' ? 'http://localhost:3000/logga-in/tillbaka?retur=hemligt' : undefined,
})

async function place(device: Device = 'other', from = method()): Promise<Kept> {
  const placed = await from.place(ctx, input(device))
  if (!placed.ok) throw new Error(placed.error.code)
  return placed.value
}

const Opened = z.object({ autostarttoken: z.string(), domain: z.string(), text: z.string() })

/** A phone reads the QR code as it is now. */
async function scan(order: Kept) {
  const { qr } = method().view(order, { device: 'other', hint: '', now: ctx.clock.now().getTime() })
  return Opened.parse((await post('/bankid/phone/open', { qr })).body)
}

async function answerAs(order: Kept, person: string | undefined): Promise<void> {
  const { autostarttoken } = await scan(order)
  expect((await post('/bankid/phone/answer', { autostarttoken, person })).status).toBe(200)
}

const collect = (order: Kept, lastHint = '', from = method()) => from.collect(ctx, order, lastHint)
const ended = (code: string, reason: string, restart = false) => ({
  kind: 'failed',
  failure: { code, reason },
  restart,
})

describe('an order by QR code', () => {
  test('says who asks and why, waits, and identifies who answers it', async () => {
    const order = await place()
    expect(await collect(order)).toEqual({ kind: 'pending', hint: 'outstandingTransaction' })
    const { domain, text } = await scan(order)
    expect(domain).toBe('localhost')
    expect(text).toContain(`hos ${(await getTenant(ctx)).sender.name} `)
    await forward(2)
    expect(await collect(order)).toEqual({ kind: 'pending', hint: 'userSign' })
    await post('/bankid/phone/answer', { autostarttoken: order.autoStartToken, person: 'gustav' })
    await forward(2)
    expect(await collect(order, 'userSign')).toEqual({
      kind: 'complete',
      identity: {
        claimed: {
          scheme: 'swedish-number',
          number: '197001782395',
          facts: { givenName: 'Gustav', surname: 'Samuelsson' },
        },
        level: 'http://id.swedenconnect.se/loa/1.0/uncertified-loa3',
        reference: order.orderRef,
      },
    })
    expect(logged).toEqual([])
  })

  test('shows another code each second, none when it has been read, and never the secret', async () => {
    const order = await place()
    const view = (hint: string, seconds: number) =>
      method().view(order, { device: 'other', hint, now: Number(order.receivedAt) + seconds * 1000 })
    const first = view('', 0)
    expect(first).toMatchObject({ message: 'bankid.rfa1', launch: undefined })
    expect(first.qr).toMatch(/^bankid\.[0-9a-f-]{36}\.0\.[0-9a-f]{64}$/)
    expect(view('outstandingTransaction', 1).qr).toMatch(/\.1\.[0-9a-f]{64}$/)
    for (const hint of ['started', 'userSign', 'userMrtd', 'somethingNew']) expect(view(hint, 2).qr).toBeUndefined()
    expect(JSON.stringify(first)).not.toContain(String(order.qrStartSecret))
  })

  test('that nobody opens in 30 seconds may be placed anew', async () => {
    const order = await place()
    await forward(31)
    expect(await collect(order)).toEqual(ended('bankid-start-failed', 'start-failed', true))
  })

  test('that is read 20 seconds after is read by a code of that second', async () => {
    const order = await place()
    await forward(20)
    expect((await scan(order)).autostarttoken).toBe(order.autoStartToken)
  })
})

describe('an order on this device', () => {
  test('opens the app by a link, which leads back by the order’s own address', async () => {
    const order = await place('this')
    const { qr, launch, message } = method().view(order, { device: 'this', hint: '', now: 0 })
    expect({ qr, message }).toEqual({ qr: undefined, message: 'bankid.rfa13' })
    expect(launch).toBe(`${stage.origin}/bankid/app?autostarttoken=${order.autoStartToken}&redirect=null`)
    await fetch(launch ?? '')
    const form = new URLSearchParams({
      autostarttoken: String(order.autoStartToken),
      person: 'ada',
      svar: 'legitimera',
    })
    const left = await fetch(`${stage.origin}/bankid/app`, { method: 'POST', body: form, redirect: 'manual' })
    expect(left.headers.get('location')).toBe(input('this').returnUrl)
    expect(await collect(order)).toMatchObject({ kind: 'complete', identity: { claimed: { number: '199001012385' } } })
    expect(logged).toEqual([])
  })

  test('opened at another address is noted, without the address', async () => {
    const order = await place('this')
    await answerAs(order, 'ada')
    expect(await collect({ ...order, endUserIp: '198.51.100.1' })).toMatchObject({ kind: 'complete' })
    expect(logged).toEqual(['bankid-other-address'])
  })
})

describe('a person', () => {
  test.each([
    ['who cancels', undefined, ended('bankid-user-cancel', 'cancelled')],
    ['who changes their mind', 'angrar', ended('bankid-user-cancel', 'cancelled')],
    ['with a blocked BankID', 'sparrad', ended('bankid-certificate-err', 'blocked')],
    ['whose app doesn’t start', 'startar-inte', ended('bankid-start-failed', 'start-failed', true)],
  ])('%s is not identified', async (_what, person, outcome) => {
    const order = await place()
    await answerAs(order, person)
    expect(await collect(order)).toEqual(outcome)
    expect(logged).toEqual([])
  })

  test('who is slow is waited for', async () => {
    const order = await place()
    await answerAs(order, 'langsam')
    await forward(8)
    expect(await collect(order)).toEqual({ kind: 'pending', hint: 'userSign' })
    await forward(3)
    expect(await collect(order)).toMatchObject({ kind: 'complete' })
  })

  test('who never answers is waited for three minutes', async () => {
    const order = await place()
    await answerAs(order, 'tyst')
    await forward(181)
    expect(await collect(order)).toEqual(ended('bankid-expired-transaction', 'expired'))
  })

  test('who begins another order has ended the first', async () => {
    const [first, second] = [await place(), await place()]
    await answerAs(first, 'langsam')
    await answerAs(second, 'langsam')
    expect(await collect(first)).toEqual(ended('bankid-cancelled', 'cancelled'))
  })
})

describe('an order that BankID no longer has', () => {
  test('is over: collected once, and cancelled', async () => {
    const order = await place()
    await answerAs(order, 'ada')
    expect(await collect(order)).toMatchObject({ kind: 'complete' })
    await forward(2)
    expect(await collect(order)).toMatchObject({ kind: 'failed' })
    const other = await place()
    await method().cancel(ctx, other)
    expect(await collect(other)).toMatchObject({ kind: 'failed' })
    await method().cancel(ctx, other)
  })

  test('has expired when it was complete too long ago', async () => {
    const order = await place()
    await answerAs(order, 'ada')
    await forward(181)
    expect(await collect(order)).toEqual(ended('bankid-forgotten', 'expired'))
    expect(method().ended('bankid-forgotten', 'other')).toBeUndefined()
  })
})

describe('BankID out of order', () => {
  test.each([
    ['alreadyInProgress', 'bankid-already-in-progress', 'in-progress', []],
    ['requestTimeout', 'bankid-request-timeout', 'unavailable', []],
    ['internalError', 'bankid-internal-error', 'unavailable', []],
    ['maintenance', 'bankid-maintenance', 'unavailable', []],
    ['tooManyRequests', 'bankid-too-many-requests', 'unavailable', []],
    ['unauthorized', 'bankid-unauthorized', 'unavailable', ['bankid-our-fault']],
    ['invalidParameters', 'bankid-invalid-parameters', 'unavailable', ['bankid-our-fault']],
  ])('%s places no order', async (mode, code, reason, lines) => {
    await post('/bankid/faults', { mode })
    expect(await method().place(ctx, input('other'))).toEqual({ ok: false, error: { code, reason } })
    expect(logged).toEqual(lines)
  })

  test('maintenance that is over at once is not noticed, another error is never tried again', async () => {
    await post('/bankid/faults', { mode: 'maintenance', times: 1 })
    expect(await method().place(ctx, input('other'))).toMatchObject({ ok: true })
    for (const mode of ['requestTimeout', 'internalError']) {
      await post('/bankid/faults', { mode, times: 1 })
      expect(await method().place(ctx, input('other'))).toMatchObject({ ok: false })
    }
  })

  test('an order waits while BankID can’t be reached or is asked too often, and ends by its errors', async () => {
    const order = await place()
    const nobody = method(async () => ({ ...partner, address: 'https://localhost:1/bankid' }))
    expect(await collect(order, 'started', nobody)).toEqual({ kind: 'pending', hint: 'started' })
    expect(logged).toEqual(['bankid-no-answer'])
    await post('/bankid/faults', { mode: 'tooManyRequests', times: 1 })
    expect(await collect(order, 'started')).toEqual({ kind: 'pending', hint: 'started' })
    await post('/bankid/faults', { mode: 'internalError', times: 1 })
    expect(await collect(order)).toEqual(ended('bankid-internal-error', 'unavailable'))
  })

  test('a hint that nobody knows is kept, logged once, and told as “in progress”', async () => {
    const order = await place()
    await post('/bankid/faults', { mode: 'unknown-hint' })
    const collected = await collect(order)
    expect(collected).toEqual({ kind: 'pending', hint: 'userLooksAtTheSky' })
    await forward(2)
    await collect(order, 'userLooksAtTheSky')
    expect(logged).toEqual(['bankid-unknown-hint'])
    const view = method().view(order, { device: 'other', hint: 'userLooksAtTheSky', now: 0 })
    expect(view).toMatchObject({ message: 'bankid.rfa21', qr: undefined })
  })

  test('with another certificate, or no partner at all, nobody is identified', async () => {
    const stranger = method(async () => ({ ...partner, certificate: '', key: '' }))
    expect(await stranger.place(ctx, input('other'))).toMatchObject({ error: { code: 'bankid-no-answer' } })
    const none = method(async () => {
      throw new CodedError('identity-provider-failed')
    })
    await expect(none.place(ctx, input('other'))).rejects.toThrow(CodedError)
    expect(await collect(await place(), 'userSign', none)).toEqual({ kind: 'pending', hint: 'userSign' })
  })
})

describe('what is asked for', () => {
  test('fits BankID’s limits in both languages, and has no more of the browser than needed', async () => {
    const policies = settings().policies
    for (const language of ['sv', 'en'] as const) {
      const text = textsFor(language, 'Europe/Stockholm').t('bankid.visible', { municipality: 'ö'.repeat(100) })
      const request = orderRequest(
        { policies },
        { method: 'auth', visible: text },
        { ...input('other'), userAgent: 'x'.repeat(1_000) },
      )
      expect(request.userVisibleData.length).toBeLessThanOrEqual(1_500)
      expect(Buffer.from(request.userVisibleData, 'base64').toString()).toBe(text)
      expect(request).toMatchObject({
        endUserIp: '192.0.2.7',
        requirement: { certificatePolicies: ['1.2.752.78.1.5'] },
        web: { referringDomain: 'localhost', userAgent: 'x'.repeat(256) },
      })
      expect(request).not.toHaveProperty('returnUrl')
    }
  })

  test('on this device is any BankID, and the way back', () => {
    const request = orderRequest(
      settings(),
      { method: 'auth', visible: 'hej' },
      { ...input('this'), userAgent: undefined },
    )
    expect(request).toEqual({
      endUserIp: '192.0.2.7',
      userVisibleData: 'aGVq',
      returnUrl: input('this').returnUrl,
      web: { referringDomain: 'localhost' },
    })
  })
})
