import type { Event } from '../../platform/events/event.ts'
import type { NewNotice, SigningKind } from '../model.ts'

/** Whoever is to sign; the person, once they have logged in. */
type Party = { readonly partyId: string; readonly personId?: string | undefined }

/** Who is told what of an event of signing; undefined for every other event. */
export function noticesOfSigning(event: Event): readonly NewNotice[] | undefined {
  switch (event.type) {
    case 'signing.invited':
      return forParty(event, 'signing-invited', event.data).filter(
        ({ channel }) => !event.data.quiet || channel === 'my-pages',
      )
    case 'signing.reminded':
      return forParty(event, 'signing-reminder', event.data)
    case 'signing.voided':
      return event.data.parties.flatMap((party) => forParty(event, 'signing-voided', party))
    case 'signing.withdrawn':
      return event.data.parties.flatMap((party) => forParty(event, 'signing-withdrawn', party))
    case 'signing.declined':
      return forOwner(event, 'signing-declined', event.data.ownerId)
    case 'signing.overdue':
      return forOwner(event, 'signing-overdue', event.data.ownerId)
    default:
      return undefined
  }
}

/**
 * Somebody who is to sign is told wherever they can be reached: by what they have said themselves, else by mail and message to what the
 * applicant typed. On Mina sidor only who has been there.
 */
function forParty(event: Event, kind: SigningKind, { partyId, personId }: Party): readonly NewNotice[] {
  const recipient =
    personId === undefined ? ({ kind: 'party', id: partyId } as const) : ({ kind: 'person', id: personId } as const)
  const channels = personId === undefined ? (['email', 'sms'] as const) : (['my-pages', 'email', 'sms'] as const)
  return channels.map((channel) => ({
    eventId: event.id,
    recipient,
    channel,
    kind,
    subjectId: event.subject,
    data: { partyId },
  }))
}

const forOwner = (event: Event, kind: SigningKind, id: string): readonly NewNotice[] =>
  (['my-pages', 'email'] as const).map((channel) => ({
    eventId: event.id,
    recipient: { kind: 'person', id },
    channel,
    kind,
    subjectId: event.subject,
    data: {},
  }))
