import { expect, test } from 'vitest'
import { attributeText, claimedFrom } from './claimed-from.ts'

const names = {
  personNumber: 'pnr',
  coordinationNumber: 'snr',
  earlierNumber: 'earlier',
  foreignIdentifier: 'prid',
  persistence: 'persistence',
  eidasIdentifier: 'eidas',
  mappedNumber: 'mapped',
  mappedCoordinationNumber: 'mappedCoordination',
  binding: 'binding',
  givenName: 'given',
  surname: 'surname',
  birthDate: 'born',
  address: 'address',
  protectedIdentity: 'secret',
}

const accepted = 'http://id.swedenconnect.se/id-binding/process/populationregister'
const other = 'https://region.example/id-binding/process/self-declared'
const address = { street: 'Storgatan 1', postalCode: '900 01', city: 'Exempelköping' }

const read = (attributes: Readonly<Record<string, string>>) =>
  claimedFrom((name) => attributes[name], {
    names,
    acceptedBindingProcesses: [accepted],
    readAddress: (name) => (attributes[name] === undefined ? undefined : address),
  })

const kari = {
  prid: 'NO:5068907693',
  persistence: 'A',
  eidas: 'NO/SE/05068907693',
  given: 'Kari',
  surname: 'Nordmann',
  born: '1968-07-05',
}
const foreign = { prid: 'NO:5068907693', persistence: 'A', eidasIdentifier: 'NO/SE/05068907693' }
const facts = { givenName: 'Kari', surname: 'Nordmann', birthDate: '1968-07-05' }

test('a personal number comes with name, birth date, address and the number before it', () => {
  const attributes = { pnr: '200504282385', earlier: '200500882394', given: 'Nadja', born: '2005-04-28', address: '{}' }
  expect(read(attributes)).toEqual({
    ok: true,
    value: {
      scheme: 'swedish-number',
      number: '200504282385',
      earlierNumbers: ['200500882394'],
      protection: 'no',
      facts: { givenName: 'Nadja', birthDate: '2005-04-28', address },
    },
  })
})

test('a coordination number is a Swedish number, also one without a known month', () => {
  expect(read({ snr: '201000802395' })).toEqual({
    ok: true,
    value: { scheme: 'swedish-number', number: '201000802395', protection: 'no', facts: {} },
  })
})

test('a foreign identity has its PRID, and name and birth date of the login', () => {
  expect(read(kari)).toEqual({
    ok: true,
    value: { scheme: 'prid', number: foreign.prid, foreign, protection: 'no', facts },
  })
})

test.each([accepted, `${other};${accepted}`])('a number bound to it by %s is the person’s number', (binding) => {
  expect(read({ ...kari, mapped: '197503259280', binding })).toEqual({
    ok: true,
    value: { scheme: 'swedish-number', number: '197503259280', foreign, protection: 'no', facts },
  })
})

test.each([
  { mapped: '197503259280', binding: other },
  { mapped: '197503259280', binding: `${accepted}/more` },
  { mapped: '197503259280' },
  { earlier: '197503259280' },
  { mapped: '197503259281', binding: accepted },
  // Never in the attribute of Swedish e-IDs, whoever says so (technical framework of Sweden Connect).
  { pnr: '197503259280', binding: accepted },
])('a number that isn’t bound by an accepted process isn’t read: %j', (more) => {
  expect(read({ ...kari, ...more })).toEqual({
    ok: true,
    value: { scheme: 'prid', number: foreign.prid, foreign, protection: 'no', facts },
  })
})

test('nothing is expected of a PRID of which nobody says how long it lasts', () => {
  for (const persistence of ['', 'D']) {
    expect(read({ ...kari, persistence })).toMatchObject({ value: { foreign: { persistence: 'C' } } })
  }
  expect(read({ prid: 'NO:5068907693' })).toMatchObject({ value: { foreign: { persistence: 'C' } } })
})

test('what can’t be read as a fact is no fact', () => {
  const odd = { ...kari, born: '1968-13-05', eidas: 'NO 05068907693', given: '  ' }
  expect(read(odd)).toEqual({
    ok: true,
    value: {
      scheme: 'prid',
      number: foreign.prid,
      foreign: { prid: foreign.prid, persistence: 'A' },
      protection: 'no',
      facts: { surname: 'Nordmann' },
    },
  })
})

test.each([
  [{}, 'identity-missing'],
  [{ pnr: '  ' }, 'identity-missing'],
  [{ pnr: '19900101-2385' }, 'identity-number-malformed'],
  [{ pnr: '199001012386' }, 'identity-number-malformed'],
  [{ pnr: '229001012385' }, 'identity-number-malformed'],
  [{ prid: 'no:1' }, 'identity-prid-malformed'],
  [{ prid: 'NO:1;NO:2' }, 'identity-prid-malformed'],
])('of %j nobody is known: %s', (attributes, code) => {
  expect(read(attributes)).toEqual({ ok: false, error: { reason: 'no-number', code } })
})

test.each(['J', 'true', 'j', '1', 'S', '{}'])(
  'of who is protected (%s) nothing is read but the identity, and the number before it, which is protected, too',
  (secret) => {
    const asked: string[] = []
    const attributes: Readonly<Record<string, string>> = {
      pnr: '200001252386',
      earlier: '200500882394',
      given: 'Kanarina',
      surname: 'Röjdsson',
      born: '2000-01-25',
      address: '{}',
      secret,
    }
    const noted = (name: string) => {
      asked.push(name)
      return attributes[name]
    }
    const options = { names, acceptedBindingProcesses: [], readAddress: () => address }
    expect(claimedFrom(noted, options)).toEqual({
      ok: true,
      value: { scheme: 'swedish-number', number: '200001252386', earlierNumbers: ['200500882394'], facts: undefined },
    })
    expect(asked).toEqual(['prid', 'pnr', 'secret', 'earlier'])
  },
)

test.each(['N', 'false', ''])('a mark of %j is none', (secret) => {
  expect(read({ ...kari, secret })).toMatchObject({ value: { facts } })
})

test('what has no name in the settings is not read', () => {
  const few = { names: { givenName: 'given', surname: 'surname', personNumber: 'pnr' }, acceptedBindingProcesses: [] }
  const asked: string[] = []
  const claimed = claimedFrom((name) => {
    asked.push(name)
    return name === 'pnr' ? '199001012385' : undefined
  }, few)
  // Nor does anybody know then whether the person is protected.
  expect(claimed).toEqual({ ok: true, value: { scheme: 'swedish-number', number: '199001012385', facts: {} } })
  expect(asked.toSorted()).toEqual(['given', 'pnr', 'surname'])
})

test('an attribute is text, whatever came', () => {
  expect([undefined, null, 'a', ['a', 'b'], true, 1, { a: 1 }].map(attributeText)).toEqual([
    undefined,
    undefined,
    'a',
    'a;b',
    'true',
    '1',
    '{"a":1}',
  ])
})
