import type { Language } from '../../platform/texts/catalogue.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import type { Sms } from './sms-sender.ts'

/**
 * Writes the message of a notice: that there is something to read, and at whom. Never what, and never a link: people are told not to follow any
 * in messages that seem to be from an authority.
 */
export function composeSms(
  notice: { readonly eventId: string; readonly recipient: { readonly id: string } },
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
  return { to, from, text: t('notices.sms.text', { municipality }), key: `${notice.eventId}.${notice.recipient.id}` }
}
