import { calendarDate, isDay, isoDate } from '../rules/calendar-date.ts'
import { hasCheckDigit } from './luhn.ts'

/**
 * A Swedish identity number (personnummer or samordningsnummer) as twelve digits, or undefined when it can't be one. Written with ten or
 * twelve digits and any sign between them. Ten digits mean the youngest who can have been born by `today` (`YYYY-MM-DD`); with `+`
 * the youngest who is, or this year becomes, a hundred years old (Skatteverket SKV 704).
 */
export function readIdentityNumber(typed: string, today: string): string | undefined {
  const written = /^(\d{2})?(\d{6})(\+?)(\d{4})$/.exec(typed.replace(/[\s./\-–−]/g, ''))
  if (!written) return undefined
  const [, century, date = '', sign, last = ''] = written
  if (!hasCheckDigit(`${date}${last}`)) return undefined
  const number = `${century ?? centuryOf(date, { today, hundred: sign === '+' })}${date}${last}`
  return isBirth(number, today) ? number : undefined
}

/** Whether a text is a Swedish identity number of twelve digits, born whenever. The care's reserve numbers, which begin with 22, are none. */
export const isIdentityNumber = (text: string): boolean =>
  /^(18|19|20|21)\d{10}$/.test(text) && hasCheckDigit(text.slice(2)) && isBirth(text, '2199-12-31')

/**
 * A number that some authority or school gives out, but that says of nobody who they are elsewhere: `interim`, a T-number of a register of
 * students or of the care, with a letter after the date of birth, and `reserve`, the care's own, which begins with 22. Undefined for
 * everything else.
 */
export function provisionalNumber(typed: string): 'interim' | 'reserve' | undefined {
  const written = typed.replace(/[\s./+\-–−]/g, '').toUpperCase()
  if (/^(\d{2})?\d{6}[TRSUWXJKLMN]\d{3}$/.test(written)) return 'interim'
  return /^22\d{10}$/.test(written) ? 'reserve' : undefined
}

/** An identity number as people read it: `19800113-9297`. */
export const identityNumberInWords = (number: string): string => `${number.slice(0, 8)}-${number.slice(8)}`

/** Whether an identity number is a coordination number: 60 is added to its day. */
export const isCoordinationNumber = (number: string): boolean => dayWritten(number) >= 60

/** The birth date of an identity number, `YYYY-MM-DD`; undefined for a coordination number without a known month or day. */
export function birthDateOf(number: string): string | undefined {
  const date = { year: Number(number.slice(0, 4)), month: Number(number.slice(4, 6)), day: dayWritten(number) % 60 }
  return isDay(date) ? isoDate(date) : undefined
}

const dayWritten = (number: string): number => Number(number.slice(6, 8))

/** The first two digits of the year, of the latest birth that fits. */
function centuryOf(date: string, { today, hundred }: { readonly today: string; readonly hundred: boolean }): number {
  const { year } = calendarDate(today)
  const latest = hundred ? year - 100 : year
  const century = Math.floor(latest / 100)
  const isLater = Number(date.slice(0, 2)) > latest % 100
  if (isLater) return century - 1
  return hundred || isBirth(`${century}${date}`, today) ? century : century - 1
}

/** Whether somebody can have been born then. Coordination numbers may have month 00 or day 60, when these are not known. */
function isBirth(number: string, today: string): boolean {
  const year = Number(number.slice(0, 4))
  const month = Number(number.slice(4, 6))
  const day = dayWritten(number) % 60
  if (year < 1840 || year > calendarDate(today).year) return false
  const birth = birthDateOf(number)
  if (birth !== undefined) return birth <= today
  return isCoordinationNumber(number) && month <= 12 && day <= 31 && (month === 0 || day === 0)
}
