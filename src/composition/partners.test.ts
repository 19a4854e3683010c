import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identityProviders, loginMethods, openIdProviders, samlKeys } from '../identity/public.ts'
import { newKey } from '../platform/cryptography/sealing.ts'
import { signingKey } from '../platform/cryptography/signing-key.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { getTenant } from '../tenants/public.ts'
import { certificateFolders, partnersOf } from './partners.ts'

const database = await testDatabase()
const ctx = database.context()
const nordby = database.context({ tenant: testTenants.nordby })
const simulators = 'http://localhost:3001'
const failed = { code: 'identity-provider-failed' }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handslag-partners-'))
  const places = ['certificates/exempelkoping/bankid', 'certificates/nordby/bankid', 'data/run/certificates/bankid']
  for (const place of places) {
    await mkdir(join(folder, place), { recursive: true })
    for (const name of ['client.pem', 'client.key', 'authority.pem'])
      await writeFile(join(folder, place, name), `${place} ${name}`)
  }
  await writeFile(join(folder, 'data/run/simulators.json'), '{ "partnersPort": 4443 }')
})
afterAll(async () => await rm(folder, { recursive: true }))

/** Where certificates are: in production, unless there are simulators. */
const where = (given: { readonly simulators?: string; readonly certificatesFolder?: string | undefined } = {}) => ({
  dataFolder: join(folder, 'data'),
  certificatesFolder: join(folder, 'certificates'),
  simulators: undefined,
  ...given,
})

const real = { address: 'https://appapi2.bankid.com', certificate: 'bankid' }
const simulated = { address: 'simulators:/bankid', certificate: 'bankid' }

test('each municipality shows a partner its own certificate', async () => {
  const find = partnersOf(where())
  expect(await find(ctx, real)).toEqual({
    address: 'https://appapi2.bankid.com',
    certificate: 'certificates/exempelkoping/bankid client.pem',
    key: 'certificates/exempelkoping/bankid client.key',
    authority: 'certificates/exempelkoping/bankid authority.pem',
    signing: undefined,
  })
  expect(await find(nordby, real)).toMatchObject({ certificate: 'certificates/nordby/bankid client.pem' })
})

test('a certificate that is replaced is read anew, and so is one that comes later', async () => {
  const find = partnersOf(where())
  const own = { ...real, certificate: 'freja' }
  const at = join(folder, 'certificates/exempelkoping/freja')
  await expect(find(ctx, own)).rejects.toMatchObject(failed)
  await cp(join(folder, 'certificates/exempelkoping/bankid'), at, { recursive: true })
  await writeFile(join(at, 'signing.pem'), 'one')
  expect(await find(ctx, own)).toMatchObject({ signing: 'one' })
  await writeFile(join(at, 'client.pem'), 'renewed')
  await writeFile(join(at, 'signing.pem'), 'two')
  expect(await find(ctx, own)).toMatchObject({ certificate: 'renewed', signing: 'two' })
})

test.each(['client.pem', 'client.key', 'authority.pem'])('a missing %s is a coded error', async (name) => {
  const at = join(folder, 'certificates/exempelkoping', `without-${name.replace('.', '-')}`)
  await cp(join(folder, 'certificates/exempelkoping/bankid'), at, { recursive: true })
  await rm(join(at, name))
  const missing = partnersOf(where())(ctx, { ...real, certificate: `without-${name.replace('.', '-')}` })
  await expect(missing).rejects.toMatchObject({ ...failed, message: expect.stringContaining(at) })
})

test('where no folder is set there is nothing to show a partner', async () => {
  await expect(partnersOf(where({ certificatesFolder: undefined }))(ctx, real)).rejects.toMatchObject(failed)
})

test('the simulators are asked at the port that they found, with what they have written down', async () => {
  expect(await partnersOf(where({ simulators }))(ctx, simulated)).toMatchObject({
    address: 'https://localhost:4443/bankid',
    certificate: 'data/run/certificates/bankid client.pem',
  })
  const elsewhere = { ...where({ simulators }), dataFolder: join(folder, 'none') }
  await expect(partnersOf(elsewhere)(ctx, simulated)).rejects.toMatchObject(failed)
})

describe('where there are no simulators', () => {
  const production = () => {
    const findFolder = certificateFolders(where())
    return loginMethods({
      providers: openIdProviders({ key: signingKey(newKey()), simulators: undefined, now: Date.now }),
      findPartner: partnersOf(where()),
      samlKeys,
      findIdentityProvider: identityProviders({ simulators: undefined, findFolder }),
      simulators: undefined,
    })
  }

  test('none is a partner, though its certificates are there', async () => {
    await expect(partnersOf(where())(ctx, simulated)).rejects.toMatchObject(failed)
    await expect(certificateFolders(where())(ctx, simulated)).rejects.toMatchObject(failed)
  })

  test.each([
    ['OpenID Connect', ctx, 'region'],
    ['SAML', nordby, 'region'],
  ])('a hub by %s is refused each time that somebody would go there', async (_protocol, at, name) => {
    const method = production().find(await getTenant(at), name)
    if (method?.kind !== 'redirect') throw new Error('The hub is not a page to go to')
    for (const state of ['first', 'second']) {
      const start = method.start(at, { state, answerAddress: 'https://kommun.example/svar' })
      await expect(start).rejects.toMatchObject(failed)
    }
  })

  test.each(['bankid', 'freja'])('%s is refused each time that somebody would order it', async (name) => {
    const tenant = await getTenant(ctx)
    expect(production().find(tenant, name)).toBeUndefined()
    // Also where only its app is real.
    const methods = tenant.citizenLogin.methods.map((method) =>
      method.kind === 'bankid' || method.kind === 'freja' ? { ...method, launch: 'https://app.example/' } : method,
    )
    const method = production().find({ ...tenant, citizenLogin: { ...tenant.citizenLogin, methods } }, name)
    if (method?.kind !== 'order') throw new Error(`${name} is not ordered`)
    const order = { device: 'this', endUserIp: '::1', userAgent: undefined, host: 'kommun.example' } as const
    for (const returnUrl of [undefined, 'https://kommun.example/'])
      await expect(method.place(ctx, { ...order, returnUrl })).rejects.toMatchObject(failed)
  })
})
