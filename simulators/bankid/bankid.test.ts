import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { askPartner } from '../testing/ask-partner.ts'
import { type Stage, startStage } from '../testing/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage.stop())
beforeEach(() => post('/bankid/faults', { mode: 'ok' }))

const ask = async (
  method: string,
  body: object | string,
  more: { readonly type?: string; readonly method?: string } = {},
) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const {
    status,
    body: answer,
    headers,
  } = await askPartner(stage, 'bankid', {
    path: `/bankid/rp/v6.0/${method}`,
    body: text,
    ...more,
  })
  return { status, headers, body: JSON.parse(answer) }
}

const post = async (path: string, body: object) => {
  const response = await fetch(`${stage.origin}${path}`, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

const forward = (seconds: number) => post('/bankid/clock', { seconds })

const Placed = z.object({
  orderRef: z.string(),
  autoStartToken: z.string(),
  qrStartToken: z.string(),
  qrStartSecret: z.string(),
})

const place = async (more: object = {}) => {
  const { status, body } = await ask('auth', { endUserIp: '192.0.2.7', ...more })
  expect(status).toBe(200)
  return Placed.parse(body)
}

const collect = async ({ orderRef }: { readonly orderRef: string }) => (await ask('collect', { orderRef })).body
const openInApp = ({ autoStartToken }: { readonly autoStartToken: string }) =>
  post('/bankid/phone/open', { autostarttoken: autoStartToken })
const answer = ({ autoStartToken }: { readonly autoStartToken: string }, person?: string) =>
  post('/bankid/phone/answer', { autostarttoken: autoStartToken, person })

const qrOf = ({ qrStartToken, qrStartSecret }: z.infer<typeof Placed>, time: number, secret = qrStartSecret) =>
  `bankid.${qrStartToken}.${time}.${createHmac('sha256', secret).update(String(time)).digest('hex')}`

const noSuchOrder = { errorCode: 'invalidParameters', details: 'No such order' }

describe('an order', () => {
  test('goes from the app’s start over the security code to the person, who is told once', async () => {
    const order = await place({ userVisibleData: Buffer.from('Hej på dig').toString('base64') })
    expect(await collect(order)).toEqual({
      orderRef: order.orderRef,
      status: 'pending',
      hintCode: 'outstandingTransaction',
    })
    expect((await openInApp(order)).body).toMatchObject({ text: 'Hej på dig' })
    await forward(1.5)
    expect(await collect(order)).toMatchObject({ status: 'pending', hintCode: 'userSign' })
    await answer(order, 'ada')
    await forward(2)
    expect(await collect(order)).toMatchObject({
      status: 'complete',
      completionData: {
        user: { personalNumber: '199001012385', name: 'Ada Exempel', givenName: 'Ada', surname: 'Exempel' },
        device: { ipAddress: '192.0.2.7' },
      },
    })
    await forward(2)
    expect(await collect(order)).toEqual(noSuchOrder)
  })

  test('that has just been opened looks for a BankID', async () => {
    const order = await place()
    await openInApp(order)
    expect(await collect(order)).toMatchObject({ hintCode: 'started' })
  })

  test('can be made older alone', async () => {
    const [order, other] = [await place(), await place()]
    await openInApp(other)
    expect(await post('/bankid/clock', { seconds: 31, order: order.autoStartToken })).toMatchObject({ status: 200 })
    expect(await post('/bankid/clock', { seconds: 181, order: other.qrStartToken })).toMatchObject({ status: 200 })
    expect(await collect(order)).toMatchObject({ hintCode: 'startFailed' })
    expect(await collect(other)).toMatchObject({ hintCode: 'expiredTransaction' })
    expect(await collect(await place())).toMatchObject({ status: 'pending' })
    expect(await post('/bankid/clock', { seconds: 1, order: 'another' })).toMatchObject({ status: 400 })
  })

  test('that nobody opens fails after 30 seconds, and is forgotten after 3 minutes and 10', async () => {
    const order = await place()
    await forward(29)
    expect(await collect(order)).toMatchObject({ status: 'pending' })
    await forward(2)
    expect(await collect(order)).toMatchObject({ status: 'failed', hintCode: 'startFailed' })
    expect((await openInApp(order)).status).toBe(400)
    await forward(160)
    expect(await collect(order)).toEqual(noSuchOrder)
  })

  test('that nobody answers fails after 3 minutes, and can be asked about for 5 more', async () => {
    const order = await place()
    await openInApp(order)
    await answer(order, 'tyst')
    await forward(179)
    expect(await collect(order)).toMatchObject({ hintCode: 'userSign' })
    await forward(2)
    expect(await collect(order)).toMatchObject({ status: 'failed', hintCode: 'expiredTransaction' })
    await forward(290)
    expect(await collect(order)).toMatchObject({ status: 'failed' })
    await forward(20)
    expect(await collect(order)).toEqual(noSuchOrder)
  })

  test('that is complete is kept for 3 minutes', async () => {
    const [one, other] = [await place(), await place()]
    for (const order of [one, other]) await openInApp(order)
    await answer(one, 'ada')
    await answer(other, 'bo')
    await forward(178)
    expect(await collect(one)).toMatchObject({ status: 'complete' })
    await forward(3)
    expect(await collect(other)).toEqual(noSuchOrder)
  })

  test.each([
    ['angrar', 'userCancel'],
    ['startar-inte', 'startFailed'],
    ['sparrad', 'certificateErr'],
    [undefined, 'userCancel'],
  ])('of %s fails: %s', async (person, hintCode) => {
    const order = await place()
    await openInApp(order)
    await answer(order, person)
    expect(await collect(order)).toMatchObject({ status: 'failed', hintCode })
  })

  test('of somebody slow is complete after ten seconds', async () => {
    const order = await place()
    await openInApp(order)
    await answer(order, 'langsam')
    await forward(9)
    expect(await collect(order)).toMatchObject({ status: 'pending', hintCode: 'userSign' })
    await forward(2)
    expect(await collect(order)).toMatchObject({ status: 'complete' })
  })

  test('asked about twice in a second is refused', async () => {
    const order = await place()
    await collect(order)
    const { status, headers, body } = await ask('collect', { orderRef: order.orderRef })
    expect({ status, body }).toMatchObject({ status: 429, body: { errorCode: 'tooManyRequests' } })
    expect(headers).toMatchObject({ 'ratelimit-limit': '1', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' })
  })

  test('for one person is answered by nobody else, and excludes another for the same person', async () => {
    const forAda = { requirement: { personalNumber: '199001012385' } }
    const order = await place(forAda)
    const second = await ask('auth', { endUserIp: '192.0.2.7', ...forAda })
    expect(second).toMatchObject({ status: 400, body: { errorCode: 'alreadyInProgress' } })
    expect(await collect(order)).toMatchObject({ status: 'failed', hintCode: 'cancelled' })
    const third = await place(forAda)
    await openInApp(third)
    await answer(third, 'bo')
    expect(await collect(third)).toMatchObject({ status: 'failed', hintCode: 'certificateErr' })
  })

  test('of somebody who is at another one already takes its place', async () => {
    const [one, other] = [await place(), await place()]
    for (const order of [one, other]) await openInApp(order)
    await answer(one, 'langsam')
    await answer(other, 'langsam')
    expect(await collect(one)).toMatchObject({ status: 'failed', hintCode: 'cancelled' })
  })

  test('that is cancelled is no more', async () => {
    const order = await place()
    expect(await ask('cancel', { orderRef: order.orderRef })).toMatchObject({ status: 200, body: {} })
    expect(await collect(order)).toEqual(noSuchOrder)
    expect((await openInApp(order)).status).toBe(400)
  })
})

describe('a QR code', () => {
  test('of these seconds opens the order', async () => {
    const order = await place()
    await forward(6)
    expect((await post('/bankid/phone/open', { qr: qrOf(order, 5) })).body).toMatchObject({
      autostarttoken: order.autoStartToken,
    })
  })

  test('that is old, of the future, or made with another secret opens nothing', async () => {
    const order = await place()
    await forward(20)
    for (const qr of [qrOf(order, 2), qrOf(order, 25), qrOf(order, 20, 'gissad'), 'https://bankid.com', '']) {
      expect((await post('/bankid/phone/open', { qr })).status).toBe(400)
    }
    expect((await post('/bankid/phone/open', { qr: qrOf(order, 20) })).status).toBe(200)
  })
})

describe('the interface', () => {
  test.each(['application/json; charset=utf-8', 'application/json;charset=UTF-8', 'text/plain'])(
    'refuses the content type %s',
    async (type) => {
      const { status, body } = await ask('auth', { endUserIp: '192.0.2.7' }, { type })
      expect({ status, code: body.errorCode }).toEqual({ status: 415, code: 'unsupportedMediaType' })
    },
  )

  test.each([
    [{}, 'endUserIp'],
    [{ endUserIp: 'localhost' }, 'endUserIp'],
    [{ endUserIp: '::1', userVisibleData: 'hej på dig' }, 'userVisibleData'],
    [{ endUserIp: '::1', userVisibleData: Buffer.alloc(1_126).toString('base64') }, 'userVisibleData'],
    [{ endUserIp: '::1', personalNumber: '199001012385' }, 'personalNumber'],
    [{ endUserIp: '::1', requirement: { certificatePolicies: [] } }, 'requirement.certificatePolicies'],
    [{ endUserIp: '::1', returnUrl: '/hem' }, 'returnUrl'],
  ])('refuses %j', async (body, wrong) => {
    expect(await ask('auth', body)).toMatchObject({
      status: 400,
      body: { errorCode: 'invalidParameters', details: `Invalid parameter: ${wrong}` },
    })
  })

  test('refuses what is no JSON, another method, and what it does not have', async () => {
    expect((await ask('auth', '{')).body).toMatchObject({ errorCode: 'invalidParameters' })
    expect(await ask('collect', '', { method: 'GET' })).toMatchObject({ status: 405 })
    expect(await ask('phone/auth', {})).toMatchObject({ status: 404, body: { errorCode: 'notFound' } })
  })

  test('fails as often as it is told to', async () => {
    await post('/bankid/faults', { mode: 'maintenance', times: 1 })
    expect(await ask('auth', { endUserIp: '::1' })).toMatchObject({ status: 503, body: { errorCode: 'maintenance' } })
    expect(await ask('auth', { endUserIp: '::1' })).toMatchObject({ status: 200 })
    expect((await post('/bankid/faults', { mode: 'konstig' })).status).toBe(400)
  })
})

describe('the app’s pages', () => {
  const text = Buffer.from('Du legitimerar dig hos <Exempelköping>.').toString('base64')
  const web = { referringDomain: 'e.exempelkoping.example' }

  test('show who asks for what, and lead back to the browser that opened the app', async () => {
    const returnUrl = `http://localhost:${stage.relyingParty.port}/logga-in/tillbaka?retur=abc`
    const order = await place({ userVisibleData: text, web, returnUrl })
    const browser = stage.newBrowser()
    const page = await browser.open(
      new URL(`${stage.origin}/bankid/app?autostarttoken=${order.autoStartToken}&redirect=null`),
    )
    expect(page.html).toContain('Du legitimerar dig hos &lt;Exempelköping>.')
    expect(page.html).toContain('e.exempelkoping.example')
    const unchosen = await browser.post(page, { autostarttoken: order.autoStartToken, svar: 'legitimera' })
    expect(unchosen).toMatchObject({ status: 400, html: expect.stringContaining('Välj en testperson.') })
    const left = await browser.post(page, { autostarttoken: order.autoStartToken, person: 'ada', svar: 'legitimera' })
    expect(left.url.href).toBe(returnUrl)
    const again = await browser.post(page, { autostarttoken: order.autoStartToken, person: 'bo', svar: 'legitimera' })
    expect(again).toMatchObject({ status: 400, html: expect.stringContaining('Begäran gäller inte längre') })
    expect(await collect(order)).toMatchObject({ status: 'complete', completionData: { user: { givenName: 'Ada' } } })
  })

  test('scan an order by its button, and lead nowhere afterwards', async () => {
    const order = await place({ userVisibleData: text, web, returnUrl: 'http://localhost:1/' })
    const browser = stage.newBrowser()
    const list = await browser.open(new URL(`${stage.origin}/bankid`))
    expect(list.html).toContain(`value="${order.qrStartToken}" aria-label="Skanna e.exempelkoping.example"`)
    const scan = new URLSearchParams({ order: order.qrStartToken })
    const scanned = await fetch(`${stage.origin}/bankid/skanna`, { method: 'POST', body: scan })
    expect(await scanned.text()).toContain('Legitimera dig med BankID')
    const page = await browser.open(new URL(scanned.url))
    const done = await browser.post(page, { autostarttoken: order.autoStartToken, svar: 'avbryt' })
    expect(done.html).toContain('<h1>Klart</h1>')
    expect(await collect(order)).toMatchObject({ status: 'failed', hintCode: 'userCancel' })
    expect((await browser.open(list.url)).html).not.toContain(order.qrStartToken)
  })

  test('read the text of a QR code', async () => {
    const order = await place({ userVisibleData: text, web })
    const read = (qr: string) =>
      fetch(`${stage.origin}/bankid/qr`, { method: 'POST', body: new URLSearchParams({ qr }) })
    const wrong = await read(qrOf(order, 0, 'gissad'))
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toContain('Texten är inte en QR-kod från BankID')
    expect(await (await read(` ${qrOf(order, 0)}\n`)).text()).toContain('Legitimera dig med BankID')
  })
})
