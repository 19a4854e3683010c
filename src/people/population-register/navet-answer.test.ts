import { expect, test } from 'vitest'
import { isFault, readNavetAnswer } from './navet-answer.ts'

const number = '199001012385'
const today = '2026-11-21'

const answerWith = (posts: string): string => `<?xml version='1.0' encoding='UTF-8'?>
<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
  <ns0:PersonpostXMLResponse xmlns:ns1="http://www.skatteverket.se/folkbokforing/na/personpostXML/v2"
    xmlns:ns0="http://xmls.skatteverket.se/se/skatteverket/folkbokforing/na/epersondata/V1">
    <ns0:Folkbokforingsposter>${posts}</ns0:Folkbokforingsposter>
  </ns0:PersonpostXMLResponse></S:Body></S:Envelope>`

const post = ({ marks = '', inside = '', id = `<PersonNr>${number}</PersonNr>` } = {}): string => `<Folkbokforingspost>
  ${marks}<Arendeuppgift andringstidpunkt="20200406121712"/>
  <Personpost><PersonId>${id}</PersonId>
    <Namn><Tilltalsnamnsmarkering>20</Tilltalsnamnsmarkering><Fornamn>Eva Ada</Fornamn><Mellannamn>Mellan</Mellannamn>
      <Efternamn>Exempel</Efternamn><Aviseringsnamn>Mellan Exempel, Eva Ada</Aviseringsnamn></Namn>${inside}
  </Personpost></Folkbokforingspost>`

const read = (posts: string) => readNavetAnswer(answerWith(posts), number, today)

const personIn = (posts: string) => {
  const answer = read(posts)
  if (answer.kind !== 'found') throw new Error(answer.kind)
  return answer.person
}

test('a whole post is read: name, address with c/o, municipality, birth date, relations', () => {
  const inside = `
    <Fodelsedatum>19900101</Fodelsedatum>
    <Adresser><Folkbokforingsadress><CareOf>C/O BERG &amp; SON</CareOf><Utdelningsadress1>GÅRDEN</Utdelningsadress1>
      <Utdelningsadress2>STORGATAN 1</Utdelningsadress2><PostNr>90001</PostNr><Postort>EXEMPELKÖPING</Postort>
      </Folkbokforingsadress><UUID><Fastighet>8111c620</Fastighet></UUID></Adresser>
    <Folkbokforing><Folkbokforingsdatum>20100101</Folkbokforingsdatum><LanKod>24</LanKod><KommunKod>99</KommunKod></Folkbokforing>
    <Relationer>
      <Relation><RelationId><PersonNr>201401012396</PersonNr></RelationId><Relationstyp>B</Relationstyp></Relation>
      <Relation><RelationId><PersonNr>201701012393</PersonNr></RelationId><Relationstyp>VF</Relationstyp>
        <RelationFromdatum>20170101</RelationFromdatum><Namn><Fornamn>Otto</Fornamn></Namn></Relation>
      <Relation><RelationId><PersonNr>195501142284</PersonNr></RelationId><Relationstyp>MO</Relationstyp></Relation>
    </Relationer>`
  expect(read(post({ inside }))).toEqual({
    kind: 'found',
    person: {
      number,
      givenName: 'Ada',
      surname: 'Exempel',
      address: {
        careOf: 'BERG & SON',
        street: 'GÅRDEN, STORGATAN 1',
        postalCode: '900 01',
        city: 'EXEMPELKÖPING',
      },
      municipalityCode: '2499',
      birthDate: '1990-01-01',
      guardianFor: ['201701012393'],
      guardians: [],
      deregistered: undefined,
    },
  })
})

test('what is missing or empty is simply not known', () => {
  const empty = '<Avregistrering/><Adresser/><Relationer/><Folkbokforing></Folkbokforing>'
  for (const inside of ['', empty]) {
    expect(personIn(post({ inside }))).toMatchObject({
      address: undefined,
      municipalityCode: undefined,
      birthDate: '1990-01-01',
      guardianFor: [],
      deregistered: undefined,
    })
  }
})

test.each([
  ['<Sekretessmarkering>J</Sekretessmarkering>'],
  ['<Sekretessmarkering sattAvSPAR="J">J</Sekretessmarkering>'],
  ['<SkyddadFolkbokforing>J</SkyddadFolkbokforing>'],
  ['<Sekretessmarkering>N</Sekretessmarkering><SkyddadFolkbokforing>J</SkyddadFolkbokforing>'],
  ['<Sekretessmarkering>N</Sekretessmarkering><Sekretessmarkering>J</Sekretessmarkering>'],
  ['<Sekretessmarkering>true</Sekretessmarkering>'],
  ['<Sekretessmarkering><J/></Sekretessmarkering>'],
])('with the mark %s nothing but the mark comes out', (marks) => {
  expect(read(post({ marks }))).toEqual({ kind: 'protected' })
})

test('the mark counts wherever it stands, and though the rest of the post is broken', () => {
  expect(read(post({ inside: '<Sekretessmarkering>J</Sekretessmarkering>' }))).toEqual({ kind: 'protected' })
  expect(
    read('<Folkbokforingspost><SkyddadFolkbokforing>J</SkyddadFolkbokforing><Personpost/></Folkbokforingspost>'),
  ).toEqual({ kind: 'protected' })
  expect(read(post() + post({ marks: '<Sekretessmarkering>J</Sekretessmarkering>', id: '' }))).toEqual({
    kind: 'protected',
  })
})

test.each([
  ['', ['200500882394']],
  ['<Avregistrering><AvregistreringsorsakKod>GN</AvregistreringsorsakKod></Avregistrering>', ['200500882394']],
  ['<Avregistrering><AvregistreringsorsakKod>FI</AvregistreringsorsakKod></Avregistrering>', undefined],
])('with the mark comes the number that is theirs, too, so that it is protected (%s)', (reason, others) => {
  const inside = `${reason}<HanvisningsPersonNr>200500882394</HanvisningsPersonNr>`
  const marks = '<Sekretessmarkering>J</Sekretessmarkering>'
  expect(read(post({ marks, inside }))).toEqual({ kind: 'protected', ...(others && { others }) })
})

test.each(['', '<Sekretessmarkering/>', '<Sekretessmarkering>N</Sekretessmarkering><SkyddadFolkbokforing/>'])(
  'without a mark a person is found: "%s"',
  (marks) => {
    expect(read(post({ marks })).kind).toBe('found')
  },
)

const relation = (more: string) => `<Relationer><Relation><RelationId><PersonNr>201701012393</PersonNr></RelationId>
  <Relationstyp>VF</Relationstyp>${more}</Relation></Relationer>`

test.each([
  ['<RelationTomdatum>20261120</RelationTomdatum>', false],
  ['<RelationTomdatum>20240000</RelationTomdatum>', false],
  ['<RelationTomdatum>20261121</RelationTomdatum>', true],
  ['<RelationTomdatum/>', true],
  ['<RelationFromdatum>20261122</RelationFromdatum>', false],
  ['<RelationFromdatum>20261121</RelationFromdatum>', true],
  ['<Status>AV</Status>', false],
  ['<Avregistrering><AvregistreringsorsakKod>AV</AvregistreringsorsakKod></Avregistrering>', false],
])('a guardian is one while the relation is in force: %s → %s', (more, isGuardian) => {
  expect(personIn(post({ inside: relation(more) })).guardianFor).toEqual(isGuardian ? ['201701012393'] : [])
})

test('a guardian without an identity number is not forgotten', () => {
  const inside = `<Relationer><Relation><RelationId><FodelsetidNr>19800101</FodelsetidNr></RelationId>
    <Relationstyp>V</Relationstyp></Relation></Relationer>`
  expect(personIn(post({ inside })).guardians).toEqual([undefined])
})

test('who is deregistered is known to be', () => {
  const inside = `<Avregistrering><AvregistreringsorsakKod>UV</AvregistreringsorsakKod>
    <Avregistreringsdatum>20200101</Avregistreringsdatum></Avregistrering>`
  expect(personIn(post({ inside })).deregistered).toBe('UV')
})

const referring = (reason: string) =>
  personIn(post({ inside: `<HanvisningsPersonNr>200500882394</HanvisningsPersonNr>${reason}` }))
const outOfUse = (code: string) =>
  `<Avregistrering><AvregistreringsorsakKod>${code}</AvregistreringsorsakKod></Avregistrering>`

test('the post of a number refers to the one before it; that of an old number (GN) to the one after', () => {
  expect(referring('')).toMatchObject({ earlierNumber: '200500882394', laterNumber: undefined })
  expect(referring(outOfUse('GN'))).toMatchObject({ earlierNumber: undefined, laterNumber: '200500882394' })
})

test.each(['AV', 'UV', 'AN', 'TA', 'OB', 'FI'])('a number that is out of use by %s has no other number', (code) => {
  expect(referring(outOfUse(code))).toMatchObject({ earlierNumber: undefined, laterNumber: undefined })
})

test.each([number, '200500882395', 'x', ''])('a reference to %j is none', (other) => {
  const inside = `<HanvisningsPersonNr>${other}</HanvisningsPersonNr>`
  expect(personIn(post({ inside }))).toMatchObject({ earlierNumber: undefined, laterNumber: undefined })
})

test('an answer without a post means that there is nobody', () => {
  expect(read('')).toEqual({ kind: 'not-found' })
})

test.each([
  ['somebody else', answerWith(post({ id: '<PersonNr>198001139297</PersonNr>' }))],
  ['something else', '<S:Envelope xmlns:S="x"><S:Body><Other/></S:Body></S:Envelope>'],
  ['a name with markup in it', answerWith(post({ inside: '<Namn><Fornamn>x</Fornamn></Namn>' }))],
  ['half of it', answerWith(post()).slice(0, 400)],
])('an answer about %s is no answer', (_what, xml) => {
  expect(() => readNavetAnswer(xml, number, today)).toThrow()
})

test('a SOAP fault is told from an answer', () => {
  const fault = `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><S:Fault><faultcode>S:Server</faultcode>
    <faultstring>Fel</faultstring></S:Fault></S:Body></S:Envelope>`
  expect(isFault(fault)).toBe(true)
  expect(isFault(answerWith(post()))).toBe(false)
})
