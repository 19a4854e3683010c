import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { system } from '../../platform/actor.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import type { PopulationRegisters } from '../population-register/population-register.ts'
import { aPerson } from '../testing/a-person.ts'
import { aRegister, type RunningRegister } from '../testing/a-register.ts'
import { askAgain } from './ask-again.ts'

const [ada, skyddad, dagny, unknown] = ['199001012385', '200001252386', '195501142284', '197002822398']
const unasked = { certain: false, unchecked: true } as const

let database: TestDatabase
let running: RunningRegister
beforeAll(async () => {
  database = await testDatabase()
  running = await aRegister()
})
beforeEach(async () => void (await database.query('truncate people.person cascade')))
afterEach(() => running.faults.set({ mode: 'ok' }))

const run = async (registers: PopulationRegisters = running.registers) =>
  await askAgain(registers).perform(database.context({ actor: system }))

const state = async (id: string) =>
  (
    await database.query('select given_name, unchecked, protected_identity from people.person where person_id = $1', [
      id,
    ])
  )[0]

test('everybody of whom the register couldn’t be asked is asked about, and nobody else', async () => {
  const people = [await aPerson(database, ada, unasked), await aPerson(database, skyddad, unasked)]
  const missing = await aPerson(database, unknown, unasked)
  const other = await aPerson(database, dagny)
  await run()
  expect(await Promise.all(people.map(({ id }) => state(id)))).toEqual([
    { given_name: 'Ada', unchecked: false, protected_identity: false },
    { given_name: null, unchecked: false, protected_identity: true },
  ])
  expect(await state(missing.id)).toEqual({ given_name: null, unchecked: false, protected_identity: false })
  expect(await state(other.id)).toMatchObject({ given_name: 'Test' })
})

test('a register that is still down is asked once, and everybody stays as they are', async () => {
  for (const number of [ada, dagny]) await aPerson(database, number, unasked)
  let asked = 0
  await run({
    of: async () => ({
      lookUp: async () => {
        asked += 1
        return { kind: 'unavailable' }
      },
    }),
  })
  expect(asked).toBe(1)
  expect(await database.query('select from people.person where unchecked')).toHaveLength(2)
})
