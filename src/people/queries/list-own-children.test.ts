import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Clock } from '../../platform/clock.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { type TestDatabase, testDatabase, testTenants } from '../../platform/testing/database.ts'
import { aPerson } from '../testing/a-person.ts'
import { aRegister, type RunningRegister } from '../testing/a-register.ts'
import { listOwnChildren } from './list-own-children.ts'

const [ada, bo, dagny, frans, dead] = ['199001012385', '198001139297', '195501142284', '198501139995', '193801248471']
const [otto, alve, nils, siv, young] = ['201701012393', '202201012396', '201401012396', '201901012391', '200401012398']
const [hidden, hiddenChild, elsa] = ['200001252386', '202301012395', '200801012386']

let database: TestDatabase
let running: RunningRegister

beforeAll(async () => {
  database = await testDatabase()
  running = await aRegister([
    {
      number: dagny,
      firstNames: 'Dagny',
      familyName: 'Test',
      address: { street: 'Ekvägen 12', postalCode: '90003', locality: 'Exempelköping' },
      guardianFor: [hiddenChild, siv, young, nils],
    },
    {
      number: siv,
      firstNames: 'Siv',
      familyName: 'Test',
      guardians: [dagny, hidden],
      address: { street: 'Gömda vägen 1', postalCode: '99913', locality: 'Kanariehamn' },
    },
    { number: young, firstNames: '', familyName: 'Test', guardians: [dagny, frans] },
    { number: frans, firstNames: 'Frans', familyName: 'Annan', guardianFor: [young, nils, elsa] },
    { number: nils, firstNames: 'Nils', familyName: 'Exempel', guardians: [frans, dead] },
    {
      number: elsa,
      firstNames: 'Elsa',
      familyName: 'Prov',
      guardians: [frans],
      deregistered: { reason: 'UV', day: '20190101' },
    },
    { number: dead, firstNames: 'Nils', familyName: 'Död', deregistered: { reason: 'AV', day: '20180101' } },
  ])
})

afterEach(() => running.faults.set({ mode: 'ok' }))

const on = (day: string): Clock => ({ now: () => new Date(`${day}T12:00:00Z`) })

async function askFor(number: string, day = '2026-11-21', tenant: string = testTenants.exempelkoping) {
  const actor = await aPerson(database, number, { tenant })
  return await listOwnChildren(database.context({ actor, tenant, clock: on(day) }), running.registers)
}

const childrenOf = async (...asked: Parameters<typeof askFor>) => (await askFor(...asked)).children
const nothing = { children: undefined, isWhole: false }

const adas = { street: 'Storgatan 1', postalCode: '900 01', city: 'Exempelköping' }

test('nobody but a logged-in person has children here', async () => {
  expect(await listOwnChildren(database.context(), running.registers)).toEqual(nothing)
})

test('Ada has Otto and Alve, whose guardian Bo is, too; never Nils', async () => {
  expect(await childrenOf(ada)).toEqual([
    {
      id: expect.stringMatching(/^[\w-]{43}$/),
      number: otto,
      givenName: 'Otto',
      name: 'Otto Exempel',
      birthDate: '2017-01-01',
      age: 9,
      address: adas,
      sameAddress: true,
      otherGuardians: [{ name: 'Bo Exempel', number: bo }],
      guardiansTogether: false,
    },
    {
      id: expect.stringMatching(/^[\w-]{43}$/),
      number: alve,
      givenName: 'Alve',
      name: 'Alve Exempel',
      birthDate: '2022-01-01',
      age: 4,
      address: adas,
      sameAddress: true,
      otherGuardians: [{ name: 'Bo Exempel', number: bo }],
      guardiansTogether: false,
    },
  ])
})

test('Bo has the same children at another address, by the same ids; another municipality has other ids', async () => {
  const [ofAda, ofBo, elsewhere] = [
    await childrenOf(ada),
    await childrenOf(bo),
    await childrenOf(ada, '2026-11-21', testTenants.nordby),
  ]
  expect(ofBo).toMatchObject([{ number: otto, sameAddress: false, address: adas }, { number: alve }])
  expect(ofBo?.map(({ id }) => id)).toEqual(ofAda?.map(({ id }) => id))
  expect(elsewhere?.map(({ number }) => number)).toEqual([otto, alve])
  expect(elsewhere?.map(({ id }) => id)).not.toEqual(ofAda?.map(({ id }) => id))
})

test('who has no children has an empty list', async () => {
  expect(await askFor('199501012380')).toEqual({ children: [], isWhole: true })
})

test('a protected child is left out; so are adults, and children of whom the register makes others guardians', async () => {
  expect((await childrenOf(dagny))?.map(({ name }) => name)).toEqual(['Siv Test'])
})

test('of a child with a protected guardian neither the other guardians nor an address elsewhere are told', async () => {
  const [child] = (await childrenOf(dagny)) ?? []
  expect(child).toMatchObject({ number: siv, sameAddress: false })
  expect(child).not.toHaveProperty('otherGuardians')
  expect(child).not.toHaveProperty('guardiansTogether')
  expect(child).not.toHaveProperty('address')
  running.faults.set({ mode: 'fault', number: hidden })
  expect(await childrenOf(dagny)).toEqual([child])
})

test('a child who has moved abroad is left out, one without a first name is not; a guardian who is dead is none', async () => {
  expect(await childrenOf(frans, '2020-06-01')).toMatchObject([
    { number: young, name: 'Barn utan förnamn Test', age: 16, otherGuardians: [{ name: 'Dagny Test', number: dagny }] },
    { number: nils, name: 'Nils Exempel', otherGuardians: [] },
  ])
})

test('when the register fails for a guardian, all is unknown', async () => {
  running.faults.set({ mode: 'fault', number: ada })
  expect(await askFor(ada)).toEqual(nothing)
})

test('a child for whom the register fails is left out as a protected one is: what is left is not the whole', async () => {
  expect((await askFor(ada)).isWhole).toBe(true)
  running.faults.set({ mode: 'fault', number: otto })
  expect(await askFor(ada)).toMatchObject({ children: [{ number: alve }], isWhole: false })
  const withProtected = await askFor(dagny)
  running.faults.set({ mode: 'fault', number: hiddenChild })
  expect(withProtected).toMatchObject({ children: [{ number: siv }], isWhole: false })
  expect(await askFor(dagny)).toEqual(withProtected)
})

test("when it fails for the other guardian alone, that guardian can't be told", async () => {
  running.faults.set({ mode: 'fault', number: bo })
  const children = await childrenOf(ada)
  expect(children).toHaveLength(2)
  for (const child of children ?? []) expect(child).not.toHaveProperty('otherGuardians')
})

test('for a protected person it is as when the register fails, whoever knows of the protection', async () => {
  expect(await askFor(hidden)).toEqual(nothing)
  const actor = { ...(await aPerson(database, ada)), protectedIdentity: true }
  expect(await listOwnChildren(database.context({ actor }), running.registers)).toEqual(nothing)
})

test('whom the register does not know has unknown children, and so has somebody without a Swedish number', async () => {
  expect(await askFor('191212121212')).toEqual(nothing)
  const kari = await aPerson(database, 'NO:5068907693', { scheme: 'prid' })
  expect(await listOwnChildren(database.context({ actor: kari }), running.registers)).toEqual(nothing)
})

test('nothing of the children is stored', async () => {
  await childrenOf(ada)
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  for (const { name } of tables) {
    const [row] = await database.query<{ text: string | null }>(
      `select string_agg(t::text, ' ') as text from ${name} t`,
    )
    expect(row?.text ?? '', name).not.toMatch(/Otto|Alve|201701012393|202201012396/)
  }
})

test("nobody can read another person's sealed number", async () => {
  const actor = await aPerson(database, ada)
  await aPerson(database, bo)
  const rows = await inReading(
    database.context({ actor }),
    async ({ db }) => await db.selectFrom('people.identity').select('person_id').execute(),
  )
  expect(rows).toEqual([{ person_id: actor.id }])
})
