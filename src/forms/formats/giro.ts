import { hasCheckDigit } from './luhn.ts'

/** A bankgiro number as seven or eight digits, or undefined when it can't be one. */
export const readBankgiro = (typed: string): string | undefined => readGiro(typed, /^[1-9]\d{6,7}$/)

/** A plusgiro number as two to eight digits, or undefined when it can't be one. */
export const readPlusgiro = (typed: string): string | undefined => readGiro(typed, /^[1-9]\d{1,7}$/)

function readGiro(typed: string, shape: RegExp): string | undefined {
  const digits = typed.replace(/[\s\-–−]/g, '')
  return shape.test(digits) && hasCheckDigit(digits) ? digits : undefined
}

/** A bankgiro number as it is printed: `5050-1055`. */
export const bankgiroInWords = (digits: string): string => `${digits.slice(0, -4)}-${digits.slice(-4)}`

/** A plusgiro number as it is printed: `90 20 03-3`. */
export const plusgiroInWords = (digits: string): string =>
  `${digits.slice(0, -1).replace(/\d(?=(\d{2})+$)/g, '$& ')}-${digits.slice(-1)}`
