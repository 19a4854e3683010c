import { beforeAll, expect, test } from 'vitest'
import type { FactName } from '../forms/facts.ts'
import { aPerson } from '../people/testing/a-person.ts'
import { aRegister, type RunningRegister } from '../people/testing/a-register.ts'
import { atOnce } from '../people/testing/limits.ts'
import type { Citizen } from '../platform/actor.ts'
import { hours, later } from '../platform/clock.ts'
import { type TestDatabase, testDatabase, testTenants } from '../platform/testing/database.ts'
import { factsReader } from './facts.ts'

let database: TestDatabase
let running: RunningRegister

beforeAll(async () => {
  database = await testDatabase()
  running = await aRegister()
})

const address = { street: 'Storgatan 1', postalCode: '900 01', city: 'Exempelköping' }

const ada = async (municipalityCode: string | undefined, tenant: string = testTenants.exempelkoping) =>
  await aPerson(database, '199001012385', {
    tenant,
    facts: {
      from: 'population-register',
      givenName: 'Ada',
      surname: 'Exempel',
      address,
      birthDate: '1990-01-01',
      municipalityCode,
    },
  })

const read = async (actor: Citizen | undefined, needed: readonly FactName[], tenant?: string) =>
  await factsReader(running.registers, atOnce)(
    database.context({
      clock: { now: () => new Date('2026-11-21T23:30:00Z') },
      ...(actor && { actor }),
      ...(tenant && { tenant }),
    }),
    new Set(needed),
  )

test('nothing is told that was not asked for, but the day in the municipality', async () => {
  expect(await read(await ada('2499'), [])).toEqual({ today: '2026-11-22' })
  expect(await read(undefined, ['person', 'children'])).toEqual({ today: '2026-11-22' })
})

test('name, address, age and home come with where they were fetched', async () => {
  const { person } = await read(await ada('2499'), ['person'])
  expect(person).toEqual({
    name: 'Ada Exempel',
    address,
    fetched: { at: expect.stringMatching(/Z$/), from: 'population-register' },
    age: 36,
    municipality: '2499',
    livesHere: true,
  })
})

test('facts are told for a day after they were fetched, then no more until the next login', async () => {
  const actor = await ada('2499')
  const [row] = await database.query<{ at: Date }>('select fetched_at as at from people.person where person_id = $1', [
    actor.id,
  ])
  const after = async (milliseconds: number) => {
    const clock = { now: () => later(row?.at ?? new Date(0), milliseconds) }
    return (await factsReader(running.registers, atOnce)(database.context({ actor, clock }), new Set(['person'])))
      .person
  }
  expect(await after(hours(24))).toMatchObject({ name: 'Ada Exempel', address })
  expect(await after(hours(24) + 1)).toEqual({})
})

test('who lives in another municipality does not live here; of who is registered in none it is not known', async () => {
  const { nordby } = testTenants
  expect((await read(await ada('2499', nordby), ['person'], nordby)).person).toMatchObject({ livesHere: false })
  expect((await read(await ada(undefined), ['person'])).person).not.toHaveProperty('livesHere')
})

test('the own number is told where a form asks for others by theirs; nobody else has one', async () => {
  expect(await read(await ada('2499'), ['ownNumber'])).toEqual({ today: '2026-11-22', ownNumber: '199001012385' })
  expect(await read(undefined, ['ownNumber'])).toEqual({ today: '2026-11-22' })
})

test('who has no Swedish number is known to have none; nobody protected is told from the others', async () => {
  const prid = 'NO:5068907693'
  const kari = await aPerson(database, prid, { scheme: 'prid', foreign: { prid, persistence: 'A' } })
  const hidden = await aPerson(database, 'DE:1', { scheme: 'prid', facts: undefined })
  expect(await read(kari, ['withoutNumber', 'ownNumber'])).toEqual({ today: '2026-11-22', withoutNumber: true })
  for (const actor of [await ada('2499'), hidden, undefined]) {
    expect(await read(actor, ['withoutNumber'])).toEqual({ today: '2026-11-22' })
  }
})

test('children are fetched for a form that needs them', async () => {
  const facts = await read(await ada('2499'), ['children'])
  expect(facts.children?.map(({ name }) => name)).toEqual(['Otto Exempel', 'Alve Exempel'])
  expect(facts).not.toHaveProperty('person')
})

test('when the register fails, and for a protected person, the same is missing', async () => {
  const hidden = await aPerson(database, '200001252386', { facts: undefined })
  const forHidden = await read(hidden, ['person', 'children'])
  expect(forHidden).toEqual({ today: '2026-11-22', person: {} })
  running.faults.set({ mode: 'fault' })
  const actor = await ada('2499')
  expect(await read(actor, ['children'])).toEqual({ today: '2026-11-22' })
  running.faults.set({ mode: 'ok' })
})
