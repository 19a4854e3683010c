import { expect, test } from 'vitest'
import { aCitizen } from '../drafts/testing/a-draft.ts'
import type { EventSink } from '../platform/events/event.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { caseNumber } from './number.ts'
import { aCase, aFilledDraft, aFormService, send } from './testing/a-case.ts'

const database = await testDatabase()

test.each([
  [undefined, 2026, 123, '2026-000123'],
  ['BYGG', 2026, 123, 'BYGG-2026-000123'],
  [undefined, 2027, 1_234_567, '2027-1234567'],
])('prefix %s, year %d, number %d is written %s', (prefix, year, sequence, written) => {
  expect(caseNumber(prefix, year, sequence)).toBe(written)
})

test('numbers have no gaps and no doubles when many send at once and some are rolled back', async () => {
  const ctx = database.context({ actor: await aCitizen(database) })
  const service = await aFormService(ctx, { shortName: 'rusning', caseNumberPrefix: 'RUSH' })
  const drafts = await Promise.all(Array.from({ length: 48 }, async () => await aFilledDraft(ctx, { service })))
  const failing: EventSink = async () => Promise.reject(new Error('rolled back'))
  const sent = await Promise.allSettled(
    drafts.map(async (draft, index) => await send(index % 3 === 0 ? { ...ctx, sink: failing } : ctx, draft)),
  )
  const numbers = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value.number] : []))
  const year = new Date().getFullYear()
  expect(numbers.toSorted()).toEqual(Array.from({ length: 32 }, (_, index) => caseNumber('RUSH', year, index + 1)))
})

test('a year begins with its own first number at midnight on the municipality’s wall', async () => {
  const actor = await aCitizen(database)
  const at = (instant: string) => database.context({ actor, clock: { now: () => new Date(instant) } })
  const service = await aFormService(at('2029-12-31T22:00:00Z'), { shortName: 'nyar', caseNumberPrefix: 'NYTT' })
  expect((await aCase(at('2029-12-31T22:59:59Z'), { service })).number).toBe('NYTT-2029-000001')
  expect((await aCase(at('2029-12-31T23:00:00Z'), { service })).number).toBe('NYTT-2030-000001')
})

test('each municipality counts for itself', async () => {
  const own = async (tenant: string) => {
    const ctx = database.context({ actor: await aCitizen(database, tenant), tenant })
    const service = await aFormService(ctx, { shortName: 'egen', caseNumberPrefix: 'EGEN' })
    return (await aCase(ctx, { service })).number
  }
  const year = new Date().getFullYear()
  expect(await own(testTenants.exempelkoping)).toBe(`EGEN-${year}-000001`)
  expect(await own(testTenants.nordby)).toBe(`EGEN-${year}-000001`)
})
