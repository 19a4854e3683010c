import { expect, test } from 'vitest'
import { dayOf } from './request-form.ts'

test.each([
  ['3', '3', '2027', '2027-03-03'],
  [' 15 ', '01', '2027', '2027-01-15'],
  ['', '1', '2027', ''],
  ['1', '1', '27', ''],
  ['den första', 'maj', '2027', ''],
])('%j %j %j is the day %j', (day, month, year, expected) => {
  expect(dayOf({ day, month, year })).toBe(expected)
})
