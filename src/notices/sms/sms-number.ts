import { readPhone } from '../../forms/formats/phone.ts'

/**
 * The number (E.164) that a message can be sent to, of a phone number as people write it; undefined for one that can't be read, and for a Swedish one
 * that isn't a mobile phone's (the Swedish Post and Telecom Authority's numbering plan: 07). Of other countries' it isn't known.
 */
export function smsNumberOf(phone: string): string | undefined {
  const number = readPhone(phone)
  return number?.startsWith('+46') && !/^\+467\d{8}$/.test(number) ? undefined : number
}
