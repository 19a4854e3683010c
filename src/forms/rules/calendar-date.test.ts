import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, calendarDate, isDay, isoDate } from './calendar-date.ts'

describe('addMonths', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2100-01-29', 1, '2100-02-28'],
    ['2027-03-31', -4, '2026-11-30'],
    ['2027-12-15', 1, '2028-01-15'],
    ['2027-01-15', -13, '2025-12-15'],
  ])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to))
})

describe('addDays', () => {
  it.each([
    ['2027-03-27', 1, '2027-03-28'],
    ['2027-03-28', 1, '2027-03-29'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-01-01', -1, '2026-12-31'],
  ])('%s and %i days is %s, also where summer time begins', (from, days, to) => expect(addDays(from, days)).toBe(to))
})

describe('any day', () => {
  const days = fc.integer({ min: 1, max: 150_000 }).map((count) => addDays('1600-01-01', count))

  it('is a day, is written as it is read, and sorts as it comes', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(isDay(calendarDate(day))).toBe(true)
        expect(isoDate(calendarDate(day))).toBe(day)
        expect(addDays(day, 1) > day).toBe(true)
        expect(addDays(addDays(day, 400), -400)).toBe(day)
      }),
    )
  })
})

describe('isDay', () => {
  it.each(['2027-02-29', '2027-04-31', '2027-13-01', '2027-00-10', '2027-01-00'])('%s is none', (day) =>
    expect(isDay(calendarDate(day))).toBe(false),
  )
})
