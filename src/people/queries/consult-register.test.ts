import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import type { Claimed } from '../identification.ts'
import { aRegister, type RunningRegister } from '../testing/a-register.ts'
import { consultRegister } from './consult-register.ts'

/** Nadja's, and others of who has been given a protected identity with a new number, and of who lost a false one. */
const [later, earlier] = ['200504282385', '200500882394']
const [hidden, beforeHidden] = ['189602029812', '191711602399']
const [own, falseOne] = ['193801248471', '201000802395']
/** Out of use for a later number that the register doesn't have. */
const gone = '191212121212'

let database: TestDatabase
let running: RunningRegister
beforeAll(async () => {
  database = await testDatabase()
  const nobody = { firstNames: 'Kanarin', familyName: 'Röjd' }
  const out = (reason: string) => ({ reason, day: '20260302' })
  running = await aRegister([
    { ...nobody, number: hidden, protection: 'skyddad-folkbokforing', refersTo: beforeHidden },
    { ...nobody, number: beforeHidden, deregistered: out('GN'), refersTo: hidden },
    { ...nobody, number: own },
    { ...nobody, number: falseOne, deregistered: out('FI'), refersTo: own },
    { ...nobody, number: gone, deregistered: out('GN'), refersTo: '197002822398' },
  ])
})
afterEach(() => running.faults.set({ mode: 'ok' }))

const facts = { givenName: 'Nadja', surname: 'Nyström', birthDate: '2005-04-28' }

const consult = async (claimed: Pick<Claimed, 'number'> & Partial<Claimed>) =>
  await consultRegister(database.context(), running.registers, { scheme: 'swedish-number', facts, ...claimed })

test('the register tells the number before', async () => {
  expect(await consult({ number: later })).toMatchObject({
    number: later,
    earlierNumbers: [earlier],
    facts: { from: 'population-register', address: { street: 'Björkvägen 2' } },
  })
})

test('an old number is followed to the one that has taken its place, with what is known there', async () => {
  expect(await consult({ number: earlier })).toMatchObject({
    number: later,
    earlierNumbers: [earlier],
    certain: true,
    facts: { from: 'population-register', address: { street: 'Björkvägen 2' }, birthDate: '2005-04-28' },
  })
})

test('what the login and the register tell of earlier numbers is put together', async () => {
  const { earlierNumbers } = await consult({ number: later, earlierNumbers: ['197002822398', earlier] })
  expect(earlierNumbers).toEqual(['197002822398', earlier])
})

test('when the register fails, or has no such number, the login’s word on the number before still counts', async () => {
  running.faults.set({ mode: 'fault' })
  expect(await consult({ number: later, earlierNumbers: [earlier] })).toMatchObject({
    earlierNumbers: [earlier],
    certain: false,
    unchecked: true,
  })
  running.faults.set({ mode: 'ok' })
  expect(await consult({ number: '197002822398', earlierNumbers: [own] })).toMatchObject({ earlierNumbers: [own] })
})

test('when only the new number can’t be asked about, the old one stands, and nothing is certain', async () => {
  running.faults.set({ mode: 'fault', number: later })
  expect(await consult({ number: earlier })).toMatchObject({ number: earlier, certain: false })
})

test('nothing ties who is protected now to who they were before, who is protected, too', async () => {
  const protectedNow = { scheme: 'swedish-number', facts: undefined, certain: true }
  const wasHidden = { ...protectedNow, number: hidden, alsoProtected: [beforeHidden] }
  expect(await consult({ number: hidden })).toEqual(wasHidden)
  expect(await consult({ number: hidden, earlierNumbers: [beforeHidden] })).toEqual(wasHidden)
  const isHidden = { ...protectedNow, number: beforeHidden, alsoProtected: [hidden] }
  expect(await consult({ number: beforeHidden })).toEqual(isHidden)
  const byLogin = { number: own, earlierNumbers: [falseOne], facts: undefined }
  expect(await consult(byLogin)).toEqual({ ...protectedNow, number: own, alsoProtected: [falseOne] })
})

describe('that somebody isn’t protected any more', () => {
  const foreign = { prid: 'NO:5068907693', persistence: 'A', country: 'NO' } as const
  const unknown = { number: '197002822398' }
  const noRegister = async (claimed: Partial<Claimed>) =>
    await consultRegister(
      database.context(),
      { of: async () => undefined },
      {
        scheme: 'swedish-number',
        number: later,
        facts,
        ...claimed,
      },
    )

  test('is certain by the register’s word on the number in use', async () => {
    expect(await consult({ number: later })).toMatchObject({ certain: true })
    expect(await consult({ number: gone })).toMatchObject({ number: gone, certain: false })
  })

  test('is certain where nobody but the login can tell, if it can', async () => {
    for (const protection of [undefined, 'no'] as const) {
      const told = { ...(protection && { protection }) }
      const certain = protection === 'no'
      expect(await noRegister(told)).toMatchObject({ certain, facts: { givenName: 'Nadja' } })
      expect(await consult({ ...unknown, ...told })).toMatchObject({ certain, facts: { givenName: 'Nadja' } })
    }
  })

  test('is never certain while the register fails, or of who has no Swedish number', async () => {
    const prid = { scheme: 'prid', number: foreign.prid, foreign, protection: 'no' } as const
    expect(await consult(prid)).toMatchObject({ certain: false })
    running.faults.set({ mode: 'fault' })
    expect(await consult({ number: later, protection: 'no' })).toMatchObject({ certain: false })
  })
})

test('of who can’t be asked about not even the name is left', async () => {
  running.faults.set({ mode: 'fault' })
  expect(await consult({ number: later })).toMatchObject({
    unchecked: true,
    facts: { givenName: undefined, surname: undefined, birthDate: undefined },
  })
})

test('a number that is out of use for another reason is nobody’s earlier one', async () => {
  expect(await consult({ number: falseOne })).toMatchObject({ number: falseOne, earlierNumbers: [] })
})

test('who has no Swedish number is known by the login alone, and never asked for', async () => {
  running.faults.set({ mode: 'fault' })
  const foreign = { prid: 'NO:5068907693', persistence: 'A' } as const
  const claimed = { scheme: 'prid', number: foreign.prid, foreign } as const
  expect(await consult(claimed)).toEqual({
    ...claimed,
    certain: false,
    facts: { ...facts, from: 'login', address: undefined, municipalityCode: undefined },
  })
})

test('a number bound to a foreign e-ID is asked for, and what came with the e-ID goes along', async () => {
  const foreign = { prid: 'ES:02635542Y', persistence: 'A' } as const
  expect(await consult({ number: '197503259280', foreign })).toMatchObject({
    foreign,
    facts: { from: 'population-register', givenName: 'Maria', address: { street: 'Ringvägen 21' } },
  })
})
