import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { askPartner } from '../testing/ask-partner.ts'
import { type Stage, startStage } from '../testing/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage.stop())
beforeEach(() => switchTo('/freja/faults', { mode: 'ok' }))

const switchTo = async (path: string, body: object): Promise<number> =>
  (await fetch(stage.origin + path, { method: 'POST', body: JSON.stringify(body) })).status

const encoded = (request: object): string => Buffer.from(JSON.stringify(request)).toString('base64')

async function ask(method: string, body: string) {
  const answer = await askPartner(stage, 'freja', { path: `/freja/authentication/1.0/${method}`, body })
  return { status: answer.status, body: answer.body === '' ? undefined : JSON.parse(answer.body) }
}

const rightly = {
  userInfoType: 'INFERRED',
  userInfo: 'N/A',
  minRegistrationLevel: 'PLUS',
  attributesToReturn: [{ attribute: 'SSN' }, { attribute: 'BASIC_USER_INFO' }],
}

async function start(): Promise<string> {
  const { body } = await ask('initAuthentication', `initAuthRequest=${encoded(rightly)}`)
  return z.object({ authRef: z.string() }).parse(body).authRef
}

const result = async (authRef: string) =>
  (await ask('getOneResult', `getOneAuthResultRequest=${encoded({ authRef })}`)).body

const answerInApp = (fields: Readonly<Record<string, string>>) =>
  fetch(`${stage.origin}/freja/app`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

test('who waits is found by "Skanna", and is in the app from then on', async () => {
  const authRef = await start()
  expect(await result(authRef)).toEqual({ authRef, status: 'STARTED' })
  const list = await (await fetch(`${stage.origin}/freja`)).text()
  const [, path = ''] = /<a href="(\/freja\/app\?transactionReference=[^"]+)">Skanna</.exec(list) ?? []
  expect(path).toContain(authRef)
  const app = await (await fetch(stage.origin + path)).text()
  expect(app).toContain('Region Exempel vill att du legitimerar dig')
  expect(app).toContain('Ada Exempel')
  expect(app).not.toContain('Kari Nordmann')
  expect(await result(authRef)).toEqual({ authRef, status: 'DELIVERED_TO_MOBILE' })
})

test('who approves is told with what was asked for, and nothing else', async () => {
  const transactionReference = await start()
  expect((await answerInApp({ transactionReference, person: 'ada', svar: 'legitimera' })).status).toBe(200)
  expect(await result(transactionReference)).toEqual({
    authRef: transactionReference,
    status: 'APPROVED',
    details: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    requestedAttributes: {
      basicUserInfo: { name: 'Ada', surname: 'Exempel' },
      ssn: { country: 'SE', ssn: '199001012385' },
    },
  })
})

test('without a person the page asks for one; "Avbryt" needs none; what is over can’t be answered', async () => {
  const transactionReference = await start()
  const asked = await answerInApp({ transactionReference, svar: 'legitimera' })
  expect(asked.status).toBe(400)
  expect(await asked.text()).toContain('Välj en testperson')
  expect((await answerInApp({ transactionReference, svar: 'avbryt' })).status).toBe(200)
  expect(await result(transactionReference)).toMatchObject({ status: 'CANCELED' })
  expect((await answerInApp({ transactionReference, svar: 'avbryt' })).status).toBe(410)
  expect((await fetch(`${stage.origin}/freja/app?transactionReference=${transactionReference}`)).status).toBe(410)
})

test('the browser is led back to the product and nowhere else', async () => {
  const product = `http://nordby.localhost:${stage.relyingParty.port}/logga-in/freja`
  const answerWith = async (originAppScheme: string) => {
    const transactionReference = await start()
    return await answerInApp({ transactionReference, originAppScheme, person: 'bo', svar: 'legitimera' })
  }
  const led = await answerWith(product)
  expect([led.status, led.headers.get('location')]).toEqual([303, product])
  for (const elsewhere of ['https://example.org/', 'http://localhost:1/', 'javascript:alert(1)', 'x']) {
    expect((await answerWith(elsewhere)).status).toBe(200)
  }
})

test('an authentication expires after two minutes, and is forgotten after ten', async () => {
  const authRef = await start()
  await switchTo('/freja/clock', { seconds: 119 })
  expect(await result(authRef)).toMatchObject({ status: 'STARTED' })
  await switchTo('/freja/clock', { seconds: 2 })
  expect(await result(authRef)).toMatchObject({ status: 'EXPIRED' })
  await switchTo('/freja/clock', { seconds: 480 })
  expect(await result(authRef)).toMatchObject({ code: 1100 })
})

test('one authentication can be made older alone', async () => {
  const [older, other] = [await start(), await start()]
  expect(await switchTo('/freja/clock', { seconds: 121, transactionReference: older })).toBe(200)
  expect(await result(older)).toMatchObject({ status: 'EXPIRED' })
  expect(await result(other)).toMatchObject({ status: 'STARTED' })
  expect(await switchTo('/freja/clock', { seconds: 1, transactionReference: 'another' })).toBe(410)
})

test('the relying party can take an authentication back', async () => {
  const authRef = await start()
  expect(await ask('cancel', `cancelAuthRequest=${encoded({ authRef })}`)).toEqual({ status: 200, body: {} })
  expect(await result(authRef)).toEqual({ authRef, status: 'RP_CANCELED' })
})

test.each([
  [1000, 'initAuthentication', `other=${encoded(rightly)}`],
  [1000, 'initAuthentication', `initAuthRequest=${encoded({})}`],
  [1001, 'initAuthentication', `initAuthRequest=${encoded({ ...rightly, userInfoType: 'FAX' })}`],
  [1002, 'initAuthentication', `initAuthRequest=${encoded({ ...rightly, userInfo: '199001012385' })}`],
  [1007, 'initAuthentication', `initAuthRequest=${encoded({ ...rightly, minRegistrationLevel: 'GOLD' })}`],
  [1010, 'initAuthentication', 'initAuthRequest=e30rest'],
  [2002, 'initAuthentication', `initAuthRequest=${encoded({ ...rightly, attributesToReturn: [{ attribute: 'X' }] })}`],
  [1100, 'getOneResult', `getOneAuthResultRequest=${encoded({ authRef: 'unknown' })}`],
  [1000, 'cancel', `cancelAuthRequest=${encoded({})}`],
])('a bad request is refused with error %i: %s %s', async (code, method, body) => {
  expect(await ask(method, body)).toMatchObject({ status: 422, body: { code } })
})

test('two signing certificates are published, as one follows upon the other', async () => {
  const pem = await readFile(join(stage.dataFolder, 'run', 'certificates', 'freja', 'signing.pem'), 'utf8')
  const found = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  const names = found.map((text) => new X509Certificate(text).subject.split('\n').at(-1))
  expect(names).toEqual(['CN=Freja Simulator Signing 1', 'CN=Freja Simulator Signing 2'])
})

test('unknown faults and times are refused', async () => {
  expect(await switchTo('/freja/faults', { mode: 'explode' })).toBe(400)
  expect(await switchTo('/freja/clock', { seconds: -1 })).toBe(400)
})
