import type { TextKey } from '../../../platform/texts/catalogue.ts'
import type { Device } from '../method.ts'

/** Where the person is: on which device the app is, and whether the page is shown on a phone or tablet. */
export type Place = { readonly device: Device; readonly mobile: boolean }

/** Hint codes of an order that nobody has opened yet. The empty one is ours: BankID hasn't been asked. `noClient` is an older word. */
const unopened: readonly string[] = ['', 'outstandingTransaction', 'noClient']

/** Whether an app has still to be opened, so that a QR code is of use. */
export const isUnopened = (hint: string): boolean => unopened.includes(hint)

/** BankID's recommended text (RFA) for an order that waits, by its hint code. New codes come without notice: those are told as "in progress". */
export function textOfHint(hint: string, { device, mobile }: Place): TextKey {
  if (isUnopened(hint)) return device === 'this' ? 'bankid.rfa13' : 'bankid.rfa1'
  switch (hint) {
    case 'started':
      // A QR code is read by a phone, which has no card reader. RFA14 is for orders that wait for one personal number, which ours never do.
      return device === 'this' && !mobile ? 'bankid.rfa15a' : 'bankid.rfa15b'
    case 'userSign':
      return 'bankid.rfa9'
    case 'userMrtd':
      return 'bankid.rfa23'
    default:
      return 'bankid.rfa21'
  }
}

/** Whether BankID has told us of such a hint; another is logged. `userCallConfirm` belongs to identification by telephone. */
export const isKnownHint = (hint: string): boolean =>
  isUnopened(hint) || ['started', 'userSign', 'userMrtd', 'userCallConfirm'].includes(hint)

/** Whether a browser says that it runs on a phone or tablet. An iPad often says that it is a computer. */
export const isMobile = (userAgent: string | undefined): boolean => /Mobi|Android|iPhone|iPad/.test(userAgent ?? '')
