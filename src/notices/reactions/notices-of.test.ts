import { expect, test } from 'vitest'
import { type Actor, system } from '../../platform/actor.ts'
import type { Event, EventData, NewEvent } from '../../platform/events/event.ts'
import { type CaseRecipients, casesOf, noticesOf } from './notices-of.ts'

const staff: Actor = { kind: 'staff', id: 'hugo', sessionId: 's', name: 'Hugo Berg', groups: ['gata-park'], rights: [] }
const citizen: Actor = { kind: 'citizen', id: 'ada', sessionId: 's', protectedIdentity: false }
const own: CaseRecipients = {
  number: '2026-000123',
  owners: ['ada'],
  persons: ['ada', 'bo'],
  assignedTo: 'hugo',
  anonymous: false,
}

const event = (what: NewEvent, actor: Actor = staff): Event => ({ ...what, id: 'event', at: new Date(0), actor })
const received = {
  number: '2026-000123',
  serviceId: 's',
  versionId: 'v',
  draftId: 'd',
  group: 'gata-park',
  sequence: 1,
}
const inCase = <Type extends keyof EventData>(type: Type, data: EventData[Type]) =>
  ({ type, subject: 'case', data }) as NewEvent
const told = (it: Event, of: CaseRecipients = own) =>
  noticesOf(it, new Map([['case', of]]), 'en').map(
    ({ kind, recipient, channel }) => `${kind} ${recipient.kind} ${recipient.id} ${channel}`,
  )
const both = (kind: string) =>
  ['ada', 'bo'].flatMap((owner) => ['my-pages', 'email'].map((channel) => `${kind} person ${owner} ${channel}`))

test.each([
  ['a case has come in', inCase('case.received', received), citizen, both('case-received')],
  [
    'a supplement is asked for',
    inCase('case.supplement-requested', { until: '2027-01-15' }),
    staff,
    both('supplement-requested').slice(0, 2),
  ],
  [
    'staff change the status',
    inCase('case.status-changed', { status: 'beslut', kind: 'decided' }),
    staff,
    both('status-changed'),
  ],
  [
    'the status follows from what the citizen did',
    inCase('case.status-changed', { status: 'k', kind: 'supplemented' }),
    citizen,
    [],
  ],
  [
    'the citizen has supplemented',
    inCase('case.supplemented', { status: 'k' }),
    citizen,
    ['case-supplemented staff hugo email'],
  ],
  ['staff write', inCase('message.sent', { messageId: 'm', sender: 'staff' }), staff, both('message-from-staff')],
  [
    'the citizen writes',
    inCase('message.sent', { messageId: 'm', sender: 'citizen' }),
    citizen,
    ['message-from-citizen staff hugo email'],
  ],
  ['staff take the case', inCase('case.taken', {}), staff, []],
  ['staff read the case', inCase('case.read', {}), staff, []],
])('%s: exactly those are told', (_what, what, actor, expected) => {
  expect(told(event(what, actor))).toEqual(expected)
})

test('nobody is written to about a case that is assigned to nobody', () => {
  const unassigned = { ...own, assignedTo: undefined }
  expect(told(event(inCase('case.supplemented', { status: 'k' }), citizen), unassigned)).toEqual([])
  expect(told(event(inCase('message.sent', { messageId: 'm', sender: 'citizen' }), citizen), unassigned)).toEqual([])
})

test('a case sent without login is acknowledged at the address given in it, in the language used', () => {
  const anonymous = { number: '2026-000124', owners: [], persons: [], assignedTo: undefined, anonymous: true }
  expect(
    noticesOf(
      event(inCase('case.received', received), { kind: 'visitor', id: 'v' }),
      new Map([['case', anonymous]]),
      'en',
    ),
  ).toEqual([
    {
      eventId: 'event',
      recipient: { kind: 'case', id: 'case' },
      channel: 'email',
      kind: 'case-received',
      subjectId: 'case',
      data: { number: '2026-000124', language: 'en' },
    },
  ])
})

test('the owner of a draft is told that it is going to be deleted', () => {
  const what: NewEvent = {
    type: 'draft.expiring',
    subject: 'draft',
    data: { personId: 'ada', serviceId: 's', expiresAt: '2027-01-01T00:00:00.000Z' },
  }
  expect(told(event(what, system))).toEqual(['draft-expiring person ada my-pages', 'draft-expiring person ada email'])
})

test('the owner of a saved application is told that its e-service closes', () => {
  const what: NewEvent = {
    type: 'draft.closing',
    subject: 'draft',
    data: { personId: 'ada', serviceId: 's', closesAt: '2027-02-25T22:59:59.000Z' },
  }
  expect(told(event(what, system))).toEqual(['draft-closing person ada my-pages', 'draft-closing person ada email'])
})

test('only events of cases make their cases looked up, each once', () => {
  const events = [
    inCase('case.received', received),
    inCase('case.status-changed', { status: 'k', kind: 'received' }),
    inCase('case.read', {}),
  ]
  expect(casesOf(events.map((one) => event(one)))).toEqual(['case'])
})
