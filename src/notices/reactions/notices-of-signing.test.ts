import { expect, test } from 'vitest'
import { type Actor, system } from '../../platform/actor.ts'
import type { NewEvent } from '../../platform/events/event.ts'
import { noticesOf } from './notices-of.ts'

const ada: Actor = { kind: 'citizen', id: 'ada', sessionId: 's', protectedIdentity: false }
const subject = 'draft'
const told = (what: NewEvent, actor: Actor = ada) =>
  noticesOf({ ...what, id: 'event', at: new Date(0), actor }, new Map(), 'sv').map(
    ({ kind, recipient, channel, subjectId }) => `${kind} ${recipient.kind} ${recipient.id} ${channel} ${subjectId}`,
  )
const everywhere = (kind: string, who: string, channels: readonly string[]) =>
  channels.map((channel) => `${kind} ${who} ${channel} draft`)
const known = ['my-pages', 'email', 'sms']
const unknown = ['email', 'sms']

test.each([
  ['signing.invited', 'signing-invited'],
  ['signing.reminded', 'signing-reminder'],
] as const)('%s: who is asked to sign is reached in every way there is', (type, kind) => {
  const data = { partyId: 'p', serviceId: 's' }
  expect(told({ type, subject, data })).toEqual(everywhere(kind, 'party p', unknown))
  expect(told({ type, subject, data: { ...data, personId: 'bo' } })).toEqual(everywhere(kind, 'person bo', known))
})

test('who has been told enough has it on Mina sidor alone', () => {
  const data = { partyId: 'p', serviceId: 's', quiet: true } as const
  expect(told({ type: 'signing.invited', subject, data })).toEqual([])
  expect(told({ type: 'signing.invited', subject, data: { ...data, personId: 'bo' } })).toEqual(
    everywhere('signing-invited', 'person bo', ['my-pages']),
  )
})

test.each([
  ['signing.voided', 'signing-voided'],
  ['signing.withdrawn', 'signing-withdrawn'],
] as const)('%s: everybody who had been asked is told', (type, kind) => {
  const parties = [{ partyId: 'p' }, { partyId: 'q', personId: 'bo' }]
  expect(told({ type, subject, data: { parties } })).toEqual([
    ...everywhere(kind, 'party p', unknown),
    ...everywhere(kind, 'person bo', known),
  ])
})

test('who applies is told that somebody declines, and that the time has passed', () => {
  const owner = (kind: string) => everywhere(kind, 'person ada', ['my-pages', 'email'])
  const declined = { type: 'signing.declined', subject, data: { partyId: 'p', ownerId: 'ada' } } as const
  expect(told(declined)).toEqual(owner('signing-declined'))
  expect(told({ type: 'signing.overdue', subject, data: { ownerId: 'ada' } }, system)).toEqual(owner('signing-overdue'))
})

test('a signature alone is no news: that the case has come in is', () => {
  const data = { partyId: 'p', ownerId: 'ada', method: 'BankID', level: 'LoA 3', reference: 'r' }
  expect(told({ type: 'signing.signed', subject, data })).toEqual([])
})
