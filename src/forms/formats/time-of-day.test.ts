import { describe, expect, it } from 'vitest'
import { readTimeOfDay } from './time-of-day.ts'

describe('readTimeOfDay', () => {
  it.each([
    ['14.30', '14:30'],
    ['14:30', '14:30'],
    ['1430', '14:30'],
    ['kl. 9.05', '09:05'],
    ['kl 0905', '09:05'],
    ['930', '09:30'],
    ['14', '14:00'],
    ['0', '00:00'],
    ['23:59', '23:59'],
  ])('takes %s', (typed, time) => expect(readTimeOfDay(typed)).toBe(time))

  it.each(['', '24', '24.00', '14.60', '14.3', '14,30', '2.30 pm', 'halv tre', '014:30'])('refuses %s', (typed) =>
    expect(readTimeOfDay(typed)).toBeUndefined(),
  )
})
