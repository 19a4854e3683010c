import { signingPath } from '../../drafts/public.ts'
import type { Language, TextKey } from '../../platform/texts/catalogue.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import { invitationPath } from '../../signing/public.ts'
import { isOfSigning, type NoticeData, type NoticeKind, type RecipientKind } from '../model.ts'
import type { Sender } from '../ports.ts'
import type { Mail } from './mailer.ts'

export type Letter = {
  readonly eventId: string
  readonly recipient: { readonly kind: RecipientKind; readonly id: string }
  readonly kind: NoticeKind
  readonly subjectId: string
  readonly data: NoticeData
  readonly createdAt: Date
}

/**
 * Writes the letter of a notice: what has happened and where to read more. No names, numbers of persons, answers or messages, and not even
 * which e-service it is about, which can tell of somebody's health: mail is read by others on its way.
 */
export function composeMail(
  letter: Letter,
  options: { readonly to: string; readonly sender: Sender; readonly language: Language; readonly timeZone: string },
): Mail {
  const { sender, language } = options
  const { t, format } = textsFor(language, options.timeZone)
  const values = {
    number: letter.data.number ?? '',
    when: format.dateTime(letter.createdAt),
    closes: letter.data.closesAt ? format.dateTime(new Date(letter.data.closesAt)) : '',
    day: letter.data.expiresAt ? format.date(new Date(letter.data.expiresAt)) : '',
    phone: sender.contactPhone,
    municipality: sender.municipality,
  }
  const link = linkOf(letter)
  const paragraphs = [
    t('notices.mail.greeting'),
    t(textOf(letter), values),
    ...(link === undefined ? [] : [`${t(leadOf(letter))}\n${sender.origin}${link}`]),
    ...(letter.recipient.kind === 'case' ? [t('notices.mail.no-link', values)] : []),
    t('notices.mail.farewell', values),
    ...(letter.recipient.kind === 'party' ? [t('notices.mail.why-party')] : []),
    letter.recipient.kind === 'person'
      ? `${t('notices.mail.no-answers', values)} ${t('notices.mail.opt-out')}\n${sender.origin}/mina-sidor/uppgifter`
      : t('notices.mail.no-answers', values),
  ]
  return {
    messageId: `${letter.eventId}.${letter.recipient.id}@${domainOf(sender.from.address)}`,
    from: sender.from,
    to: options.to,
    subject: t(`notices.mail.subject.${letter.kind}`, values),
    text: `${paragraphs.join('\n\n')}\n`,
  }
}

const textOf = ({ kind, recipient }: Letter): TextKey =>
  recipient.kind === 'case' ? 'notices.mail.text.case-received-visitor' : `notices.mail.text.${kind}`

function leadOf({ kind, recipient }: Letter): TextKey {
  if (isToSign(kind)) return 'notices.mail.lead.sign'
  return recipient.kind === 'staff' ? 'notices.mail.lead.staff' : 'notices.mail.lead.person'
}

/**
 * Own path that the letter leads to; none for somebody who sent in a case without login: it is not on Mina sidor. Nor for somebody who hasn't logged
 * in, and no longer has anything to sign.
 */
function linkOf({ kind, recipient, subjectId }: Letter): string | undefined {
  if (recipient.kind === 'case') return undefined
  if (recipient.kind === 'party' && !isToSign(kind)) return undefined
  if (recipient.kind === 'staff') return `/handlaggning/arenden/${subjectId}`
  return linkOnMyPages(kind, subjectId)
}

/** Own path on Mina sidor of what a notice is about. */
export function linkOnMyPages(kind: NoticeKind, subjectId: string): string {
  if (kind === 'draft-expiring' || kind === 'draft-closing') return '/mina-sidor'
  if (isToSign(kind)) return invitationPath(subjectId)
  if (isOfSigning(kind))
    return kind === 'signing-declined' || kind === 'signing-overdue' ? signingPath(subjectId) : '/mina-sidor'
  return kind === 'message-from-staff'
    ? `/mina-sidor/arenden/${subjectId}/meddelanden`
    : `/mina-sidor/arenden/${subjectId}`
}

/** Whether a notice asks somebody to sign. */
const isToSign = (kind: NoticeKind): boolean => kind === 'signing-invited' || kind === 'signing-reminder'

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
