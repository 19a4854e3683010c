import { expect, test } from 'vitest'
import exempelkoping from '../../../content/exempelkoping/municipality.json' with { type: 'json' }
import { TenantSettings } from '../../tenants/public.ts'
import { citizenOf, staffRightsOf } from './claims.ts'

const settings = TenantSettings.parse(exempelkoping.settings)
const tenant = { ...settings, id: exempelkoping.id, shortName: exempelkoping.shortName }
const names = settings.citizenLogin.claims

const ada = {
  sub: 'x',
  [names.personNumber]: '199001012385',
  given_name: 'Ada',
  family_name: 'Exempel',
  address: { street_address: 'Storgatan 1', postal_code: '900 01', locality: 'Exempelköping', country: 'SE' },
}

test('a person is known by number, name and address', () => {
  expect(citizenOf(ada, names)).toEqual({
    scheme: 'swedish-number',
    number: '199001012385',
    facts: {
      givenName: 'Ada',
      surname: 'Exempel',
      address: { street: 'Storgatan 1', postalCode: '900 01', city: 'Exempelköping' },
    },
  })
})

test.each(['J', true, 'j', 1, 'Ja'])(
  'of a person with protected identity (%j) nothing but the number is read',
  (mark) => {
    expect(citizenOf({ ...ada, [names.protectedIdentity]: mark }, names)).toEqual({
      scheme: 'swedish-number',
      number: '199001012385',
      facts: undefined,
    })
  },
)

test('a coordination number and a foreign identity are identities, too', () => {
  expect(citizenOf({ [names.coordinationNumber]: '197001782395' }, names)?.number).toBe('197001782395')
  expect(citizenOf({ [names.foreignIdentifier]: 'NO:5068907693' }, names)).toEqual({
    scheme: 'prid',
    number: 'NO:5068907693',
    facts: {},
  })
})

test.each([
  {},
  { [names.personNumber]: '9001012385' },
  { [names.personNumber]: 199001012385 },
  { [names.foreignIdentifier]: 'Norge' },
])('without an identity number of a known form nobody is logged in: %j', (claims) => {
  expect(citizenOf(claims, names)).toBeUndefined()
})

test('staff get the groups that the municipality has mapped, and no others', () => {
  expect(staffRightsOf(['grp-gata-park', 'grp-something-else'], tenant)).toEqual({ groups: ['gata-park'], rights: [] })
  expect(staffRightsOf(['grp-handslag-admin'], tenant)).toEqual({ groups: [], rights: ['administrate'] })
  expect(staffRightsOf('grp-gata-park', tenant)).toEqual({ groups: [], rights: [] })
})
