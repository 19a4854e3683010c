import { expect, test } from 'vitest'
import exempelkoping from '../../../../content/exempelkoping/municipality.json' with { type: 'json' }
import { TenantSettings } from '../../../tenants/public.ts'
import { addressFrom, staffRightsOf } from './claims.ts'

const settings = TenantSettings.parse(exempelkoping.settings)
const tenant = { ...settings, id: exempelkoping.id, shortName: exempelkoping.shortName }

test('an address claim is a postal address; one that can’t be read is none', () => {
  expect(
    addressFrom({ street_address: 'Storgatan 1', postal_code: '900 01', locality: 'Exempelköping', country: 'SE' }),
  ).toEqual({
    street: 'Storgatan 1',
    postalCode: '900 01',
    city: 'Exempelköping',
  })
  expect(addressFrom('Storgatan 1')).toBeUndefined()
})

test('staff get the groups that the municipality has mapped, and no others', () => {
  expect(staffRightsOf(['grp-gata-park', 'grp-something-else'], tenant)).toEqual({ groups: ['gata-park'], rights: [] })
  expect(staffRightsOf(['grp-handslag-admin'], tenant)).toEqual({ groups: [], rights: ['administrate'] })
  expect(staffRightsOf('grp-gata-park', tenant)).toEqual({ groups: [], rights: [] })
  expect(staffRightsOf(['grp-gata-park', 'grp-skyddade-uppgifter'], tenant)).toEqual({
    groups: ['gata-park'],
    rights: ['protected'],
  })
})
