import { expect, test } from 'vitest'
import { system } from '../../platform/actor.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { aPerson } from '../testing/a-person.ts'
import { findOwnIdentity } from './find-own-identity.ts'
import { findPersonsByKeys, keyOfNamed, listIdentityKeys } from './identity-keys.ts'

const database = await testDatabase()
const ctx = database.context({ actor: system })
const [number, earlier, prid] = ['199001012385', '199501012380', 'NO:5068907693']
const born = { from: 'login', givenName: 'Åse Maria', surname: 'Nordmann', birthDate: '1988-05-17' } as const
const facts = { ...born, address: undefined, municipalityCode: undefined }

const ada = await aPerson(database, number, { earlierNumbers: [earlier], facts })
const kari = await aPerson(database, prid, { scheme: 'prid', foreign: { prid, persistence: 'A' }, facts })
const keysOf = async (person: string) =>
  (await inReading(ctx, async (tx) => await listIdentityKeys(ctx, tx, person))).map((key) => key.toString('hex'))
const keyOf = (named: Parameters<typeof keyOfNamed>[1], of = ctx) => keyOfNamed(of, named).toString('hex')

test('a person is found by every number that they have or had', async () => {
  const keys = await keysOf(ada.id)
  for (const one of [number, earlier]) expect(keys).toContain(keyOf({ scheme: 'swedish-number', number: one }))
  const named = [keyOfNamed(ctx, { scheme: 'swedish-number', number: earlier })]
  const found = await inReading(ctx, async (tx) => await findPersonsByKeys(ctx, tx, named))
  expect([...found.values()]).toEqual([{ id: ada.id, protectedIdentity: false }])
})

test('who has a Swedish number is not found by name and day of birth', async () => {
  expect(await keysOf(ada.id)).not.toContain(keyOf({ born: '1988-05-17', name: 'Åse Nordmann' }))
})

test.each(['Åse Nordmann', 'ase nordmann', ' ÅSE  Maria-Lovise NORDMANN ', 'A\u030Ase Nordmann'])(
  'who has none is, as “%s”',
  async (name) => {
    expect(await keysOf(kari.id)).toContain(keyOf({ born: '1988-05-17', name }))
  },
)

test.each([
  ['another day', { born: '1988-05-18', name: 'Åse Nordmann' }],
  ['another first name', { born: '1988-05-17', name: 'Maria Nordmann' }],
  ['another surname', { born: '1988-05-17', name: 'Åse Nordman' }],
])('but not by %s', async (_what, named) => {
  expect(await keysOf(kari.id)).not.toContain(keyOf(named))
})

test('each municipality has its own keys', () => {
  const elsewhere = database.context({ actor: system, tenant: testTenants.nordby })
  expect(keyOf({ scheme: 'swedish-number', number })).not.toBe(keyOf({ scheme: 'swedish-number', number }, elsewhere))
})

test('somebody signs by the number that they have now, or by their PRID', async () => {
  const own = async (actor: typeof ada) => {
    const as = database.context({ actor })
    return await inReading(as, async (tx) => await findOwnIdentity(as, tx))
  }
  expect(await own(ada)).toEqual({ scheme: 'swedish-number', number })
  expect(await own(kari)).toEqual({ scheme: 'prid', number: prid })
  expect(await inReading(ctx, async (tx) => await findOwnIdentity(ctx, tx))).toBeUndefined()
})
