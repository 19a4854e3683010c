import { afterEach, beforeAll, expect, test } from 'vitest'
import type { SetLimit } from '../../people/public.ts'
import { aPerson } from '../../people/testing/a-person.ts'
import { aRegister, type RunningRegister } from '../../people/testing/a-register.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import type { NamedParty } from '../model.ts'
import { named, numbers } from '../testing/a-request.ts'
import { checkParties } from './check-parties.ts'

const hidden = '200001252386'
const gustav = '197001782395'
/** Known from an earlier login as protected, and to the register as anybody. */
const hiddenByLogin = '199501012380'

/** Nobody could be asked about him at his login, and the register knows him as anybody. */
const unaskedAtLogin = '198911052396'

let database: TestDatabase
let running: RunningRegister
beforeAll(async () => {
  database = await testDatabase()
  running = await aRegister()
  await aPerson(database, hiddenByLogin, { facts: undefined })
  const unknown = { givenName: undefined, surname: undefined, address: undefined, birthDate: undefined }
  const facts = { from: 'login', ...unknown, municipalityCode: undefined } as const
  await aPerson(database, unaskedAtLogin, { certain: false, unchecked: true, facts })
})
afterEach(() => running.faults.set({ mode: 'ok' }))

type Asking = {
  readonly parties: readonly NamedParty[]
  readonly setLimit: SetLimit
  readonly isProtected?: boolean
  readonly by?: string
}

/** Asks, as Ada unless told: what is answered, how long limits were set for, and what was logged. */
async function ask({ by = numbers.ada, parties, setLimit, isProtected = false }: Asking) {
  const actor = { ...(await aPerson(database, by)), protectedIdentity: isProtected }
  const seen = { lengths: [] as number[], logged: [] as unknown[] }
  const keep = (line: unknown) => void seen.logged.push(line)
  const log = { debug: keep, info: keep, warn: keep, error: keep, fatal: keep }
  const answered = checkParties({ ...database.context({ actor }), log }, running.registers, {
    parties,
    setLimit: (milliseconds) => {
      seen.lengths.push(milliseconds)
      return setLimit(milliseconds)
    },
  })
  return { ...seen, answered }
}

/** A limit that whoever must wait for it waits for in vain. */
const neverOver: SetLimit = () => {
  const over = new Promise<void>(() => undefined)
  return { over, rest: async () => await over }
}

test.each([
  ['nobody else signs', []],
  ['the register knows all', [named(numbers.bo, 1), named(numbers.dagny, 2)]],
  // Whoever writes a number learns nothing of whose it is.
  ['the register knows nobody by a number', [named(gustav, 1)]],
  ['somebody has no number', [named('', 1, { identity: { born: '1988-05-17' } })]],
])('fine at once: %s', async (_why, parties) => {
  expect(await (await ask({ parties, setLimit: neverOver })).answered).toBe('fine')
})

test('a protected applicant signs alone', async () => {
  expect(await (await ask({ parties: [], setLimit: neverOver, isProtected: true })).answered).toBe('fine')
})

const refused: readonly (readonly [string, () => Omit<Asking, 'setLimit'>])[] = [
  ['the applicant is protected', () => ({ parties: [named(numbers.bo, 1)], isProtected: true })],
  ['somebody named is protected', () => ({ parties: [named(numbers.bo, 1), named(hidden, 2)] })],
  ['somebody was protected at their login', () => ({ parties: [named(hiddenByLogin, 1)] })],
  [
    'the register refuses at once',
    () => {
      running.faults.set({ mode: 'fault' })
      return { parties: [named(numbers.bo, 1)] }
    },
  ],
  [
    'the register fails for one of them',
    () => {
      running.faults.set({ mode: 'fault', number: numbers.bo })
      return { parties: [named(numbers.dagny, 1), named(numbers.bo, 2)] }
    },
  ],
  [
    'the register fails for the applicant, and who is named has no number',
    () => {
      running.faults.set({ mode: 'fault', number: numbers.ada })
      return { parties: [named('', 1, { identity: { born: '1988-05-17' } })] }
    },
  ],
  ['nobody could ask about somebody named at their login', () => ({ parties: [named(unaskedAtLogin, 1)] })],
  [
    'the register never answers',
    () => {
      running.faults.set({ mode: 'timeout' })
      return { parties: [named(numbers.bo, 1)] }
    },
  ],
]

test.each(refused)('refused at the limit, not before, in the same line of the log: %s', async (_why, begin) => {
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  let isAnswered = false
  const { answered, lengths, logged } = await ask({
    ...begin(),
    setLimit: () => ({
      over,
      rest: async () => await over,
    }),
  })
  const answer = answered.then((said) => {
    isAnswered = true
    return said
  })
  // Somebody else, who may, is answered several times meanwhile.
  for (const number of [gustav, numbers.dagny]) running.faults.set({ mode: 'ok', number })
  for (let times = 0; times < 5; times++)
    await (await ask({ by: numbers.dagny, parties: [named(gustav, 1)], setLimit: neverOver })).answered
  expect(isAnswered).toBe(false)
  end()
  expect(await answer).toBe('not-fetched')
  expect(lengths).toEqual([4_000])
  expect(logged).toEqual([{ code: 'population-register-incomplete' }])
})
