import { expect, test } from 'vitest'
import { newKey } from '../../platform/cryptography/sealing.ts'
import { signingKey } from '../../platform/cryptography/signing-key.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { getTenant } from '../../tenants/public.ts'
import { loginMethods } from './login-methods.ts'
import { openIdProviders } from './oidc/providers.ts'
import { identityProviders } from './saml/find-provider.ts'
import { samlKeys } from './saml/keys.ts'

const tenant = await getTenant((await testDatabase()).context())
const noPartner = () => Promise.reject(new Error('nobody is to be asked'))

const methodsWith = (simulators: string | undefined) =>
  loginMethods({
    providers: openIdProviders({ key: signingKey(newKey()), simulators, now: Date.now }),
    findPartner: noPartner,
    samlKeys,
    findIdentityProvider: identityProviders({ simulators, findFolder: noPartner }),
    simulators,
  })

/** What opens an app on the device that shows the page. */
function launchOf(name: 'bankid' | 'freja', launch: string, simulators: string | undefined): string | undefined {
  const methods = tenant.citizenLogin.methods.map((method) => (method.kind === name ? { ...method, launch } : method))
  const method = methodsWith(simulators).find({ ...tenant, citizenLogin: { ...tenant.citizenLogin, methods } }, name)
  if (method?.kind !== 'order') return undefined
  const order = {
    bankid: {
      orderRef: 'a',
      autoStartToken: 'b',
      qrStartToken: 'c',
      qrStartSecret: 'd',
      receivedAt: 0,
      endUserIp: '::1',
      device: 'this',
      mobile: false,
    },
    freja: { reference: 'a', placedAt: 0 },
  }[name]
  return method.view(order, { device: 'this', hint: '', now: 0 }).launch
}

test('a municipality has the ways in that it has set, by their names, and no others', () => {
  const methods = methodsWith('http://localhost:3001')
  expect(methods.find(tenant, 'region')).toMatchObject({ kind: 'redirect', answersBy: 'query' })
  expect(methods.find(tenant, 'bankid')).toMatchObject({ kind: 'order', leadsBack: true })
  expect(methods.find(tenant, 'freja')).toMatchObject({ kind: 'order', leadsBack: false })
  expect(methods.find(tenant, 'oidc')).toBeUndefined()
})

test.each([
  ['bankid', 'simulators:/bankid/app', 'http://localhost:4001/bankid/app?autostarttoken=b&redirect=null'],
  ['bankid', 'https://app.bankid.com/', 'https://app.bankid.com/?autostarttoken=b&redirect=null'],
  ['freja', 'simulators:/freja/app', 'http://localhost:4001/freja/app?transactionReference=a'],
  ['freja', 'https://app.frejaeid.com/freja?x=1', 'https://app.frejaeid.com/freja?x=1&transactionReference=a'],
] as const)('%s is opened by %s: %s', (name, launch, opened) => {
  expect(launchOf(name, launch, 'http://localhost:4001')).toBe(opened)
})

test('where there are no simulators, an app of theirs is no way in, and a real one is', () => {
  expect(launchOf('bankid', 'simulators:/bankid/app', undefined)).toBeUndefined()
  expect(launchOf('freja', 'simulators:/freja/app', undefined)).toBeUndefined()
  expect(launchOf('bankid', 'https://app.bankid.com/', undefined)).toMatch(/^https:\/\/app\.bankid\.com\//)
})
