import { expect, test } from 'vitest'
import { aService } from '../../catalogue/testing/a-service.ts'
import type { PersonFacts } from '../../forms/facts.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import type { ReadFacts } from '../ports.ts'
import { aCitizen, someFacts } from '../testing/a-draft.ts'
import { startService } from './start-service.ts'

const database = await testDatabase()
const ada = await aCitizen(database)
const at = (when: string) => database.context({ actor: ada, clock: { now: () => new Date(when) } })

const knowing =
  (person: PersonFacts): ReadFacts =>
  async (_ctx, needed) => ({ today: '2027-02-20', ...(needed.has('person') ? { person } : {}) })

test('a service is begun from its first second to its last', async () => {
  await aService(database.context(), {
    shortName: 'period',
    open: { periods: [{ from: '2027-02-01', to: '2027-02-25' }] },
  })
  const begin = async (when: string) =>
    (await startService(at(when), someFacts, { shortName: 'period', logIn: false })).kind
  expect(await begin('2027-01-31T22:59:59Z')).toBe('closed')
  expect(await begin('2027-01-31T23:00:00Z')).toBe('started')
  expect(await begin('2027-02-25T22:59:59.900Z')).toBe('started')
  expect(await begin('2027-02-25T23:00:00Z')).toBe('closed')
})

test.each([
  [
    { age: 17, livesHere: true },
    { kind: 'unmet', unmet: { kind: 'too-young', minimumAge: 18 } },
  ],
  [
    { age: 40, livesHere: false },
    { kind: 'unmet', unmet: { kind: 'lives-elsewhere' } },
  ],
  [{ age: 18, livesHere: true }, { kind: 'started' }],
  // The register is down, or the person's data is protected: the two look the same.
  [{}, { kind: 'started' }],
])('of %j what is asked decides', async (person, expected) => {
  await aService(database.context(), { shortName: 'for-vuxna', open: { minimumAge: 18, residence: 'here' } })
  const begun = await startService(at('2027-02-20T12:00:00Z'), knowing(person), {
    shortName: 'for-vuxna',
    logIn: false,
  })
  expect(begun).toMatchObject(expected)
})
