import { expect, test } from 'vitest'
import { dayIn } from './clock.ts'

test.each([
  ['2027-03-27T23:30:00Z', '2027-03-28'],
  ['2027-03-28T21:59:59Z', '2027-03-28'],
  ['2027-03-28T22:00:00Z', '2027-03-29'],
  ['2027-10-30T22:00:00Z', '2027-10-31'],
  ['2027-10-31T22:59:59Z', '2027-10-31'],
  ['2027-12-31T23:00:00Z', '2028-01-01'],
])('%s is on %s in Sweden, also when clocks change', (instant, day) => {
  expect(dayIn('Europe/Stockholm', new Date(instant))).toBe(day)
})
