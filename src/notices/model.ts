import { z } from 'zod'
import { days, hours, later, minutes } from '../platform/clock.ts'

/** What a notice tells. One of its kinds has one set of texts. */
export type NoticeKind =
  | 'case-received'
  | 'case-supplemented'
  | 'draft-closing'
  | 'draft-expiring'
  | 'message-from-citizen'
  | 'message-from-staff'
  | SigningKind
  | 'status-changed'
  | 'supplement-requested'

/** What is told of signing together: the first four to whoever is to sign, the others to who applies. */
export type SigningKind = (typeof signingKinds)[number]

export const signingKinds = [
  'signing-invited',
  'signing-reminder',
  'signing-voided',
  'signing-withdrawn',
  'signing-declined',
  'signing-overdue',
] as const

/** Whether a notice is about signing; its subject is then the draft that is signed. */
export const isOfSigning = (kind: NoticeKind): kind is SigningKind => signingKinds.some((known) => known === kind)

/**
 * `person` and `staff` are known by id; `case` is whoever sent in a case without login, known by the address given in it; `party` is whoever is
 * asked to sign and hasn't logged in yet, known by what the applicant typed.
 */
export type RecipientKind = 'person' | 'staff' | 'case' | 'party'

export type Channel = 'my-pages' | Sent

/** Channels whose notices are handed over to somebody, and may have to wait. */
export type Sent = 'email' | 'sms'

export type NoticeState = 'waiting' | 'sent' | 'undeliverable' | 'no-address' | 'unwanted'

/** What the texts of a notice need besides its kind: states and numbers, never what somebody wrote. */
export const NoticeData = z
  .object({
    /** The case's number. */
    number: z.string().optional(),
    /** When a draft is deleted. */
    expiresAt: z.iso.datetime().optional(),
    /** The last second in which a saved application can be sent. */
    closesAt: z.iso.datetime().optional(),
    /** Which of those who are to sign the recipient is. */
    partyId: z.string().optional(),
    /** The language somebody not logged in used. */
    language: z.enum(['sv', 'en']).optional(),
  })
  .readonly()

export type NoticeData = z.infer<typeof NoticeData>

/** A notice that is to be written, one for each channel. */
export type NewNotice = {
  readonly eventId: string
  readonly recipient: { readonly kind: RecipientKind; readonly id: string }
  readonly channel: Channel
  readonly kind: NoticeKind
  readonly subjectId: string
  readonly data: NoticeData
}

/** For how long one attempt owns a notice, in milliseconds: longer than the deadlines of mailer and SMS sender, and under the two minutes within which dead work is taken over. */
export const attemptLength = minutes(1.5)

/** How long after it was written a notice is still tried: RFC 5321 §4.5.4.1 asks for four to five days; who looks at their phone has news the same day. */
const triedFor: Readonly<Record<Sent, number>> = { email: days(5), sms: days(1) }

/** Milliseconds until the next attempt: half a minute, doubling to an hour. */
const pauseAfter = (attempts: number): number => Math.min(minutes(0.5) * 2 ** (attempts - 1), hours(1))

/** When a notice that could not be delivered now is tried again; undefined when it has been tried for long enough. */
export function nextAttempt(
  notice: { readonly channel: Sent; readonly attempts: number; readonly createdAt: Date },
  now: Date,
): Date | undefined {
  const next = later(now, pauseAfter(notice.attempts))
  return next <= later(notice.createdAt, triedFor[notice.channel]) ? next : undefined
}
