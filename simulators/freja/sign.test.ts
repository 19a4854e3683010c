import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { askPartner } from '../testing/ask-partner.ts'
import { type Stage, startStage } from '../testing/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage.stop())
beforeEach(() => fetch(`${stage.origin}/freja/faults`, { method: 'POST', body: '{"mode":"ok"}' }))

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const encoded = (request: object): string => base64(JSON.stringify(request))

async function ask(method: string, body: string, service = 'sign') {
  const answer = await askPartner(stage, 'freja', { path: `/freja/${service}/1.0/${method}`, body })
  return { status: answer.status, body: JSON.parse(answer.body) }
}

const ssn = (number: string) => encoded({ country: 'SE', ssn: number })
const inMinutes = (minutes: number) => Date.now() + minutes * 60_000
const rightly = {
  userInfoType: 'SSN',
  userInfo: ssn('199001012385'),
  minRegistrationLevel: 'PLUS',
  title: 'Skriv under hos Exempelköping',
  pushNotification: { title: 'Skriv under', text: 'Något väntar.' },
  dataToSignType: 'EXTENDED_UTF8_TEXT',
  dataToSign: { text: base64('Båtplats <b>'), binaryData: base64('{"answers":1}') },
  signatureType: 'EXTENDED',
  attributesToReturn: [{ attribute: 'SSN' }],
}

async function start(changes: object = {}): Promise<string> {
  const { body } = await ask('initSignature', `initSignRequest=${encoded({ ...rightly, ...changes })}`)
  return z.object({ signRef: z.string() }).parse(body).signRef
}
const result = async (signRef: string) =>
  (await ask('getOneResult', `getOneSignResultRequest=${encoded({ signRef })}`)).body
const answerInApp = (transactionReference: string, fields: Readonly<Record<string, string>>) =>
  fetch(`${stage.origin}/freja/app`, { method: 'POST', body: new URLSearchParams({ transactionReference, ...fields }) })

test('what is to be signed stands in the app, and what was signed comes back signed', async () => {
  const signRef = await start()
  const list = await (await fetch(`${stage.origin}/freja`)).text()
  expect(list).toContain('Skriv under hos Exempelköping: Ada Exempel')
  const app = await (await fetch(`${stage.origin}/freja/app?transactionReference=${signRef}`)).text()
  expect(app).toContain('Båtplats &lt;b>')
  expect(app).toContain('Skriv under</button>')
  expect((await answerInApp(signRef, { person: 'ada', svar: 'skriv-under' })).status).toBe(200)
  const { details, ...answer } = z.looseObject({ details: z.string() }).parse(await result(signRef))
  const requestedAttributes = { ssn: { country: 'SE', ssn: '199001012385' } }
  expect(answer).toEqual({ signRef, status: 'APPROVED', requestedAttributes })
  const signed = z.looseObject({ signatureData: z.object({ userSignature: z.string() }) }).parse(decodeJwt(details))
  expect(signed).toMatchObject({ signRef, status: 'APPROVED', signatureType: 'EXTENDED', requestedAttributes })
  expect(decodeJwt(signed.signatureData.userSignature)).toEqual(rightly.dataToSign)
})

test('nobody but the person it is for can answer; "Avbryt" ends it', async () => {
  const signRef = await start()
  const refused = await answerInApp(signRef, { person: 'bo', svar: 'skriv-under' })
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('någon annan')])
  expect((await answerInApp(signRef, { svar: 'skriv-under' })).status).toBe(400)
  expect(await result(signRef)).toMatchObject({ status: 'STARTED' })
  expect((await answerInApp(signRef, { svar: 'avbryt' })).status).toBe(200)
  expect(await result(signRef)).toEqual({ signRef, status: 'CANCELED' })
})

test('it lasts as long as it is told, two minutes unless told; it can be taken back', async () => {
  const [unsaid, long, taken] = [await start(), await start({ expiry: inMinutes(60) }), await start()]
  await ask('cancel', `cancelSignRequest=${encoded({ signRef: taken })}`)
  expect(await result(taken)).toEqual({ signRef: taken, status: 'RP_CANCELED' })
  await fetch(`${stage.origin}/freja/clock`, { method: 'POST', body: '{"seconds":121}' })
  expect(await result(unsaid)).toMatchObject({ status: 'EXPIRED' })
  expect(await result(long)).toMatchObject({ status: 'STARTED' })
})

test('each service knows its own alone', async () => {
  const signRef = await start()
  const asked = `getOneAuthResultRequest=${encoded({ authRef: signRef })}`
  expect(await ask('getOneResult', asked, 'authentication')).toMatchObject({ body: { code: 1100 } })
})

test.each([
  [1000, { attributesToReturn: 'x' }],
  [1001, { userInfoType: 'INFERRED', userInfo: 'N/A' }],
  [1002, { userInfo: '199001012385' }],
  [1007, { minRegistrationLevel: 'GOLD' }],
  [1012, { userInfo: ssn('201401012396') }],
  [3000, { dataToSignType: 'SIMPLE_UTF8_TEXT' }],
  [3001, { dataToSign: { text: base64('x'.repeat(4097)), binaryData: '' } }],
  [3001, { dataToSign: { text: 'inte base64' } }],
  [3001, { dataToSign: 'text' }],
  [3002, { signatureType: 'SIMPLE' }],
  [3003, { expiry: Date.now() }],
  [3003, { expiry: Date.now() + 31 * 86_400_000 }],
  [3004, { pushNotification: { title: 'x'.repeat(257), text: '' } }],
  [3005, { attributesToReturn: [{ attribute: 'X' }] }],
  [3007, { title: 'x'.repeat(129) }],
])('a bad request is refused with error %i: %j', async (code, changes) => {
  const body = `initSignRequest=${encoded({ ...rightly, ...changes })}`
  expect(await ask('initSignature', body)).toMatchObject({ status: 422, body: { code } })
})
