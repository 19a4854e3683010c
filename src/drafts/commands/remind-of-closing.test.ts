import { expect, test } from 'vitest'
import { aService } from '../../catalogue/testing/a-service.ts'
import { anonymous, system } from '../../platform/actor.ts'
import type { Event } from '../../platform/events/event.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { aCitizen, aDraft, aVisitor } from '../testing/a-draft.ts'
import { remindOfClosing } from './remind-of-closing.ts'

const database = await testDatabase()
const ada = await aCitizen(database)
const open = (to: string) => ({ periods: [{ from: '2027-01-01', to }] })

/** A draft begun at an instant. */
async function begun(when: string, settings: Readonly<Record<string, unknown>>, actor = ada) {
  const ctx = database.context({ actor, clock: { now: () => new Date(when) } })
  return (await aDraft(ctx, { service: await aService(ctx, settings) })).id
}

/** Whom the job tells when it runs at an instant, several at once. */
async function told(when: string): Promise<readonly string[]> {
  const events: Event[] = []
  const ctx = database.context({
    actor: system,
    clock: { now: () => new Date(when) },
    sink: async (_ctx, _tx, happened) => void events.push(...happened),
  })
  await Promise.all([remindOfClosing(ctx), remindOfClosing(ctx)])
  return events.map(({ type, subject, data }) => `${type} ${subject} ${JSON.stringify(data)}`)
}

test.each([ada, anonymous, aVisitor()])('$kind reminds nobody', async (actor) => {
  await expect(remindOfClosing(database.context({ actor }))).rejects.toMatchObject({ code: 'not-found' })
})

test('those with a saved application are told 7 days and 1 day before it closes, once each', async () => {
  const service = { shortName: 'stanger', open: open('2027-03-28') }
  const id = await begun('2027-03-01T12:00:00Z', service)
  const closing = expect.stringContaining(`draft.closing ${id}`)
  // The clock is set forward in the night to the last day: 7 days before is an hour later on the clock of the world.
  expect(await told('2027-03-21T22:59:58Z')).toEqual([])
  expect(await told('2027-03-21T23:10:00Z')).toEqual([closing])
  expect(await told('2027-03-25T12:00:00Z')).toEqual([])
  const last = await told('2027-03-27T23:10:00Z')
  expect(last).toEqual([closing])
  expect(last[0]).toContain('"closesAt":"2027-03-28T21:59:59.000Z"')
  expect(await told('2027-03-28T21:00:00Z')).toEqual([])
  expect(await told('2027-03-29T12:00:00Z')).toEqual([])
})

test('a closing that is put off is told of again', async () => {
  const id = await begun('2027-03-01T12:00:00Z', { shortName: 'skjuts-upp', open: open('2027-03-28') })
  expect(await told('2027-03-27T23:10:00Z')).toHaveLength(1)
  await aService(database.context(), { shortName: 'skjuts-upp', open: open('2027-04-10') })
  expect(await told('2027-04-04T12:00:00Z')).toEqual([expect.stringContaining(id)])
})

test('who has just begun has read it, and of a visitor nobody knows where to find them', async () => {
  await begun('2027-03-26T12:00:00Z', { shortName: 'nyss', open: open('2027-03-28') })
  const without = { shortName: 'utan', login: 'none', supplement: 'none', open: open('2027-03-28') }
  const statuses = [
    { id: 'inkommet', kind: 'received', name: { sv: 'Inkommet' }, meaning: { sv: 'Inkommet.' } },
    { id: 'avslutat', kind: 'closed', name: { sv: 'Avslutat' }, meaning: { sv: 'Avslutat.' } },
  ]
  const visitor = database.context({ actor: aVisitor(), clock: { now: () => new Date('2027-03-21T12:00:00Z') } })
  await aDraft(visitor, { service: await aService(visitor, { ...without, statuses }) })
  expect(await told('2027-03-26T13:00:00Z')).toEqual([])
})
