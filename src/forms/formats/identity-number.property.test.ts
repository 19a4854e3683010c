import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate } from '../rules/calendar-date.ts'
import {
  birthDateOf,
  identityNumberInWords,
  isCoordinationNumber,
  isIdentityNumber,
  provisionalNumber,
  readIdentityNumber,
} from './identity-number.ts'
import { hasCheckDigit } from './luhn.ts'

const today = '2027-03-31'

/** Days in which somebody living can have been born, as `YYYY-MM-DD`. */
const birth = fc.integer({ min: 0, max: 115 * 365 }).map((days) => addDays(today, -days))

const three = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0'))

const two = (number: number) => String(number).padStart(2, '0')

/** The number of twelve digits whose first eleven these are. */
const withCheckDigit = (eleven: string): string =>
  [...'0123456789'].map((digit) => eleven + digit).find((number) => hasCheckDigit(number.slice(2))) ?? ''

const personal = fc.tuple(birth, three).map(([day, serial]) => withCheckDigit(day.replaceAll('-', '') + serial))

/** With all that a coordination number may leave out: the month, the day, both. */
const coordination = fc.tuple(birth, three, fc.boolean(), fc.boolean()).map(([iso, serial, hasMonth, hasDay]) => {
  const { year, month, day } = calendarDate(iso)
  return withCheckDigit(`${year}${hasMonth ? two(month) : '00'}${60 + (hasDay ? day : 0)}${serial}`)
})

const any = fc.oneof(personal, coordination)

test('every number is read as itself, however it is written', () => {
  fc.assert(
    fc.property(any, fc.constantFrom('', ' ', '-', '–', ' - ', '.'), (number, between) => {
      const written = `${number.slice(0, 8)}${between}${number.slice(8)}`
      expect(isIdentityNumber(number)).toBe(true)
      expect(readIdentityNumber(written, today)).toBe(number)
      expect(readIdentityNumber(identityNumberInWords(number), today)).toBe(number)
      expect(provisionalNumber(written)).toBeUndefined()
    }),
  )
})

test('one wrong digit, and it is nobody’s', () => {
  fc.assert(
    fc.property(any, fc.integer({ min: 2, max: 11 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const digit = (Number(number[at]) + by) % 10
      const wrong = `${number.slice(0, at)}${digit}${number.slice(at + 1)}`
      expect(isIdentityNumber(wrong)).toBe(false)
      expect(readIdentityNumber(wrong, today)).toBeUndefined()
    }),
  )
})

test('two neighbours that have changed places are found out, but for 0 and 9', () => {
  fc.assert(
    fc.property(any, fc.integer({ min: 2, max: 10 }), (number, at) => {
      const [one = '', other = ''] = number.slice(at, at + 2)
      fc.pre(one !== other && new Set(['09', '90']).has(one + other) === false)
      expect(isIdentityNumber(number.slice(0, at) + other + one + number.slice(at + 2))).toBe(false)
    }),
  )
})

test('ten digits are the youngest who can have them: born by today, and nobody later', () => {
  fc.assert(
    fc.property(any, (number) => {
      const read = readIdentityNumber(number.slice(2), today) ?? ''
      expect(read.slice(2)).toBe(number.slice(2))
      expect(Number(read.slice(0, 4))).toBeGreaterThanOrEqual(Number(number.slice(0, 4)))
      expect((birthDateOf(read) ?? today) <= today).toBe(true)
      const century = String(Number(read.slice(0, 2)) + 1)
      expect(readIdentityNumber(century + number.slice(2), today)).toBeUndefined()
    }),
  )
})

test('the birth date is the one in the number, where both month and day are known', () => {
  fc.assert(
    fc.property(birth, three, (day, serial) => {
      const digits = day.replaceAll('-', '')
      const number = withCheckDigit(digits + serial)
      const coordinated = withCheckDigit(`${digits.slice(0, 6)}${Number(digits.slice(6)) + 60}${serial}`)
      expect([birthDateOf(number), birthDateOf(coordinated)]).toEqual([day, day])
      expect([isCoordinationNumber(number), isCoordinationNumber(coordinated)]).toEqual([false, true])
    }),
  )
})

test('anything else that is typed is nobody’s number, and breaks nothing', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const read = readIdentityNumber(typed, today)
      expect(read === undefined || isIdentityNumber(read)).toBe(true)
    }),
  )
})
