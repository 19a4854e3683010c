import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Citizen } from '../../platform/actor.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import type { SetLimit } from '../population-register/answer-alike.ts'
import type { PopulationRegisters } from '../population-register/population-register.ts'
import { aPerson } from '../testing/a-person.ts'
import { aRegister, type RunningRegister } from '../testing/a-register.ts'
import { atOnce } from '../testing/limits.ts'
import { ownChildrenReader } from './own-children-reader.ts'

const [ada, bo, dagny, hidden, childless] = [
  '199001012385',
  '198001139297',
  '195501142284',
  '200001252386',
  '199501012380',
]
const [hiddenChild, siv] = ['202301012395', '201901012391']

let database: TestDatabase
let running: RunningRegister

beforeAll(async () => {
  database = await testDatabase()
  running = await aRegister([
    { number: dagny, firstNames: 'Dagny', familyName: 'Test', guardianFor: [hiddenChild, siv] },
    { number: siv, firstNames: 'Siv', familyName: 'Test', guardians: [dagny, hidden] },
  ])
})

afterEach(() => running.faults.set({ mode: 'ok' }))

/** Asks as a person, in a process of its own. */
async function aQuestion(number: string, setLimit: SetLimit, registers: PopulationRegisters = running.registers) {
  const actor = await aPerson(database, number, number === hidden ? { facts: undefined } : {})
  const lengths: number[] = []
  const read = ownChildrenReader(registers, (milliseconds) => {
    lengths.push(milliseconds)
    return setLimit(milliseconds)
  })
  const logged: unknown[] = []
  const keep = (line: unknown) => void logged.push(line)
  const log = { debug: keep, info: keep, warn: keep, error: keep, fatal: keep }
  let answers = 0
  const ask = async (as: Citizen = actor) => {
    const children = await read({ ...database.context({ actor: as, clock }), log })
    answers++
    return children
  }
  return { ask, lengths, logged, answers: () => answers }
}

/** A limit that whoever must wait for it waits for in vain. */
const neverOver: SetLimit = () => {
  const over = new Promise<void>(() => undefined)
  return { over, rest: async () => await over }
}

const clock = { now: () => new Date('2026-11-21T12:00:00Z') }

/** Lets everything go on that doesn't wait for time: the register answers somebody who asks after the others, several times. */
async function untilQuiet(): Promise<void> {
  running.faults.set({ mode: 'ok', number: childless })
  for (let times = 0; times < 5; times++) await (await aQuestion(childless, neverOver)).ask()
}

test('a whole answer is not held up', async () => {
  for (const number of [ada, childless]) {
    const { ask, logged } = await aQuestion(number, neverOver)
    expect(await ask()).toHaveLength(number === ada ? 2 : 0)
    expect(logged).toEqual([])
  }
})

const refused: Readonly<Record<string, () => string>> = {
  'a protected person': () => hidden,
  'a protected child, and a protected guardian of another': () => dagny,
  'a register that refuses at once': () => {
    running.faults.set({ mode: 'fault' })
    return ada
  },
  'a register that answers half': () => {
    running.faults.set({ mode: 'broken' })
    return ada
  },
  'a register that fails for a guardian alone': () => {
    running.faults.set({ mode: 'fault', number: bo })
    return ada
  },
  'a register that never answers': () => {
    running.faults.set({ mode: 'timeout' })
    return ada
  },
}

test.each(Object.entries(refused))(
  '%s: answered at the limit, not before, in one line of the log',
  async (_why, begin) => {
    const { promise: over, resolve: end } = Promise.withResolvers<void>()
    const { ask, lengths, logged, answers } = await aQuestion(begin(), () => ({ over, rest: async () => await over }))
    const answer = ask()
    await untilQuiet()
    expect(answers()).toBe(0)
    end()
    await answer
    expect(lengths).toEqual([4000])
    expect(logged).toEqual([{ code: 'population-register-incomplete' }])
  },
)

test('a protected person and a register that fails get the same answer', async () => {
  const one = await aQuestion(hidden, atOnce)
  expect(await one.ask()).toBeUndefined()
  running.faults.set({ mode: 'fault' })
  const other = await aQuestion(ada, atOnce)
  expect(await other.ask()).toBeUndefined()
  expect(one.logged).toEqual(other.logged)
})

test('what was refused is refused again at once: only the first waits', async () => {
  for (const number of [hidden, dagny]) {
    const { ask, lengths, logged } = await aQuestion(number, atOnce)
    const [first, second] = await Promise.all([ask(), ask()])
    expect(second).toBe(first)
    expect(await ask()).toBe(first)
    expect([lengths, logged.length]).toEqual([[4000], 1])
  }
})

test('who becomes protected is answered as such, whatever was remembered', async () => {
  const { ask } = await aQuestion(ada, atOnce)
  expect(await ask()).toHaveLength(2)
  expect(await ask({ ...(await aPerson(database, ada)), protectedIdentity: true })).toBeUndefined()
})

test('in a municipality that asks no register nobody waits, nor does who is not logged in', async () => {
  const { ask, lengths } = await aQuestion(hidden, neverOver, { of: async () => undefined })
  expect(await ask()).toBeUndefined()
  expect(lengths).toEqual([])
  expect(await ownChildrenReader(running.registers, neverOver)(database.context())).toBeUndefined()
})
