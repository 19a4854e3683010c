import type { Event } from '../../platform/events/event.ts'
import type { Language } from '../../platform/texts/catalogue.ts'
import type { NewNotice, NoticeKind } from '../model.ts'
import { noticesOfSigning } from './notices-of-signing.ts'

/** Who is to be told of what happens in a case. */
export type CaseRecipients = {
  /** `2026-000123` */
  readonly number: string
  /** Ids of the persons who applied. */
  readonly owners: readonly string[]
  /** Ids of all who are parties of the case, those who applied among them. */
  readonly persons: readonly string[]
  /** Id of the staff member that it is assigned to. */
  readonly assignedTo: string | undefined
  /** Sent in without login. */
  readonly anonymous: boolean
}

/** Types of events whose recipients depend on their case. */
const caseEvents = [
  'case.received',
  'case.supplement-requested',
  'case.status-changed',
  'case.supplemented',
  'message.sent',
] as const

/** The ids of the cases that must be looked up before `noticesOf` can answer. */
export const casesOf = (events: readonly Event[]): readonly string[] => [
  ...new Set(events.filter(({ type }) => caseEvents.some((known) => known === type)).map(({ subject }) => subject)),
]

/** Who is told what, and where, of one event. `language` is that of the request: the only one known of somebody not logged in. */
export function noticesOf(
  event: Event,
  cases: ReadonlyMap<string, CaseRecipients>,
  language: Language,
): readonly NewNotice[] {
  if (event.type === 'draft.expiring') {
    return forPerson(event, 'draft-expiring', event.data.personId, { expiresAt: event.data.expiresAt })
  }
  if (event.type === 'draft.closing') {
    return forPerson(event, 'draft-closing', event.data.personId, { closesAt: event.data.closesAt })
  }
  const ofSigning = noticesOfSigning(event)
  if (ofSigning) return ofSigning
  const it = cases.get(event.subject)
  if (!it) return []
  const each = (persons: readonly string[], kind: NoticeKind) =>
    persons.flatMap((person) => forPerson(event, kind, person, { number: it.number }))
  switch (event.type) {
    case 'case.received':
      return it.anonymous ? [forVisitor(event, it.number, language)] : each(it.persons, 'case-received')
    case 'case.supplement-requested':
      // The form opens with what other parties may not see: who applied supplements.
      return each(it.owners, 'supplement-requested')
    case 'case.status-changed':
      // A status that follows from what the citizen did themselves is no news to them.
      return event.actor.kind === 'staff' ? each(it.persons, 'status-changed') : []
    case 'case.supplemented':
      return forWorker(event, 'case-supplemented', it)
    case 'message.sent':
      return event.data.sender === 'staff'
        ? each(it.persons, 'message-from-staff')
        : forWorker(event, 'message-from-citizen', it)
    default:
      return []
  }
}

const forPerson = (event: Event, kind: NoticeKind, id: string, data: NewNotice['data']): readonly NewNotice[] =>
  (['my-pages', 'email'] as const).map((channel) => ({
    eventId: event.id,
    recipient: { kind: 'person', id },
    channel,
    kind,
    subjectId: event.subject,
    data,
  }))

const forVisitor = (event: Event, number: string, language: Language): NewNotice => ({
  eventId: event.id,
  recipient: { kind: 'case', id: event.subject },
  channel: 'email',
  kind: 'case-received',
  subjectId: event.subject,
  data: { number, language },
})

/** The case worker by mail; when the case has none, the group's list shows it, and nobody is written to. */
const forWorker = (event: Event, kind: NoticeKind, it: CaseRecipients): readonly NewNotice[] =>
  it.assignedTo === undefined
    ? []
    : [
        {
          eventId: event.id,
          recipient: { kind: 'staff', id: it.assignedTo },
          channel: 'email',
          kind,
          subjectId: event.subject,
          data: { number: it.number },
        },
      ]
