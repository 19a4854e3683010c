import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, startStage } from '../testing/stage.ts'
import { registeredPersons } from './persons.ts'

let stage: Stage
let address: string
beforeAll(async () => {
  stage = await startStage()
  address = `${stage.origin}/population-register/na/na_epersondata/V4/personpostXML`
})
afterAll(() => stage.stop())

const request = (number: string, order = '00000236-FO01-0001') => `
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
  xmlns:v1="http://xmls.skatteverket.se/se/skatteverket/folkbokforing/na/epersondata/V1">
  <soapenv:Header/><soapenv:Body><v1:PersonpostRequest>
    <v1:Bestallning><v1:OrgNr>162021004748</v1:OrgNr><v1:BestallningsId>${order}</v1:BestallningsId></v1:Bestallning>
    <v1:PersonId>${number}</v1:PersonId>
  </v1:PersonpostRequest></soapenv:Body></soapenv:Envelope>`

async function ask(body: string, type = 'text/xml') {
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': type }, body })
  return { status: response.status, xml: await response.text() }
}

async function misbehave(body: unknown): Promise<number> {
  const response = await fetch(`${stage.origin}/population-register/faults`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return response.status
}

test('Ada is told with name, address, municipality and relations, as Navet writes them', async () => {
  const { status, xml } = await ask(request('199001012385'))
  expect(status).toBe(200)
  for (const part of [
    '<PersonNr>199001012385</PersonNr>',
    '<Tilltalsnamnsmarkering>20</Tilltalsnamnsmarkering><Fornamn>Eva Ada</Fornamn>',
    '<Utdelningsadress2>Storgatan 1</Utdelningsadress2><PostNr>90001</PostNr><Postort>Exempelköping</Postort>',
    '<LanKod>24</LanKod><KommunKod>99</KommunKod>',
    '<RelationId><PersonNr>201401012396</PersonNr></RelationId><Relationstyp>B</Relationstyp>',
    '<RelationId><PersonNr>201701012393</PersonNr></RelationId><Relationstyp>VF</Relationstyp>',
  ]) {
    expect(xml).toContain(part)
  }
  expect(xml).not.toContain('<RelationId><PersonNr>201401012396</PersonNr></RelationId><Relationstyp>VF</Relationstyp>')
  expect(xml).not.toContain('Sekretessmarkering')
})

test('a protected person is marked, and told all the same', async () => {
  const { xml } = await ask(request('200001252386'))
  expect(xml).toContain('<Sekretessmarkering>J</Sekretessmarkering>')
  expect(xml).toContain('Röjda gränden 13')
})

test('guardians and children agree about each other', () => {
  for (const { number, guardianFor = [] } of registeredPersons) {
    const children = registeredPersons.filter(({ guardians = [] }) => guardians.includes(number))
    expect(children.map((child) => child.number).toSorted()).toEqual(guardianFor.toSorted())
  }
})

test('whom it does not know has no post', async () => {
  const { status, xml } = await ask(request('191212121212'))
  expect(status).toBe(200)
  expect(xml).toContain('<ns0:Folkbokforingsposter></ns0:Folkbokforingsposter>')
})

test.each([
  ['of an unknown order', request('199001012385', '00000236-FO01-0009'), 'text/xml'],
  ['of another type', request('199001012385'), 'application/json'],
  ['that is no request', '<a/>', 'text/xml'],
  ['that is no XML', 'hej', 'text/xml'],
])('a request %s gets a SOAP fault', async (_what, body, type) => {
  const { status, xml } = await ask(body, type)
  expect(status).toBe(500)
  expect(xml).toContain('<faultstring>')
})

test('it misbehaves when told to, for one person or for all, until told otherwise', async () => {
  await misbehave({ mode: 'fault', number: '198001139297' })
  expect((await ask(request('198001139297'))).status).toBe(500)
  expect((await ask(request('199001012385'))).status).toBe(200)
  await misbehave({ mode: 'broken' })
  expect((await ask(request('199001012385'))).xml).not.toContain('</S:Envelope>')
  await misbehave({ mode: 'timeout' })
  await expect(
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: request('199001012385'),
      signal: AbortSignal.timeout(100),
    }),
  ).rejects.toThrow(/timeout/)
  await misbehave({ mode: 'ok' })
  expect((await ask(request('198001139297'))).status).toBe(200)
  expect(await misbehave({ mode: 'explode' })).toBe(400)
})
