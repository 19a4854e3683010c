import type { Language, TextKey } from '../../platform/texts/catalogue.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import type { NoticeKind, RecipientKind } from '../model.ts'
import type { Sms } from './sms-sender.ts'

/**
 * Writes the message of a notice: that there is something to read or sign, and at whom. Never what, and never a link: people are told not to follow
 * any in messages that seem to be from an authority. What is to be signed stands on Mina sidor.
 */
export function composeSms(
  notice: {
    readonly eventId: string
    readonly recipient: { readonly kind: RecipientKind; readonly id: string }
    readonly kind: NoticeKind
  },
  options: {
    readonly to: string
    readonly from: string
    readonly municipality: string
    readonly language: Language
    readonly timeZone: string
  },
): Sms {
  const { to, from, municipality } = options
  const { t } = textsFor(options.language, options.timeZone)
  return { to, from, text: t(textOf(notice.kind), { municipality }), key: `${notice.eventId}.${notice.recipient.id}` }
}

function textOf(kind: NoticeKind): TextKey {
  switch (kind) {
    case 'signing-invited':
    case 'signing-reminder':
    case 'signing-voided':
    case 'signing-withdrawn':
      return `notices.sms.${kind}`
    default:
      return 'notices.sms.text'
  }
}
