import { expect, test } from 'vitest'
import exempelkoping from '../../content/exempelkoping/municipality.json' with { type: 'json' }
import { simulatedSettings } from './simulated.ts'
import { TenantSettings } from './tenant.ts'

const tenant = { ...TenantSettings.parse(exempelkoping.settings), id: exempelkoping.id, shortName: 'exempelkoping' }

test('every place where the demonstration names a simulator is told', () => {
  expect(simulatedSettings(tenant)).toEqual([
    'populationRegister.address',
    'citizenLogin.methods.0.issuer',
    'citizenLogin.methods.1.address',
    'citizenLogin.methods.1.launch',
    'citizenLogin.methods.2.address',
    'citizenLogin.methods.2.launch',
    'staffLogin.issuer',
  ])
})

test('who names none has none', () => {
  const { populationRegister, ...real } = tenant
  const provider = { issuer: 'https://login.kommun.example', clientId: 'x', levels: ['loa3'], scopes: [] }
  const [hub] = real.citizenLogin.methods
  if (hub?.kind !== 'oidc') throw new Error('no hub')
  expect(populationRegister).toBeDefined()
  expect(
    simulatedSettings({
      ...real,
      staffLogin: { ...real.staffLogin, ...provider },
      citizenLogin: { ...real.citizenLogin, methods: [{ ...hub, ...provider }] },
    }),
  ).toEqual([])
})
