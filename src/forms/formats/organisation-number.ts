import { readIdentityNumber } from './identity-number.ts'
import { hasCheckDigit } from './luhn.ts'

/**
 * A Swedish organisation number as ten digits, or undefined when it can't be one: the third digit is at least 2, so that it is never a
 * birth date (Skatteverket SKV 709). Computer systems write 16 before it.
 */
export function readOrganisationNumber(typed: string): string | undefined {
  const digits = typed.replace(/[\s\-–−]/g, '').replace(/^16(?=\d{10}$)/, '')
  return /^[1-9]\d[2-9]\d{7}$/.test(digits) && hasCheckDigit(digits) ? digits : undefined
}

/** An organisation number as ten digits or a sole trader's, who has no other than their own identity number, as twelve: personal data. */
export const readBusinessNumber = (typed: string, today: string): string | undefined =>
  readOrganisationNumber(typed) ?? readIdentityNumber(typed, today)

/** An organisation number as people read it, `802999-0010`; a sole trader's as `19800113-9297`. */
export const organisationNumberInWords = (number: string): string => `${number.slice(0, -4)}-${number.slice(-4)}`
