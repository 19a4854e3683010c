import { expect, test } from 'vitest'
import { ageOn } from './age.ts'

test.each([
  ['2008-01-01', '2026-01-01', 18],
  ['2008-01-02', '2026-01-01', 17],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2026-11-21', '2026-11-21', 0],
])('somebody born on %s is, on %s, %i years old', (birthDate, today, age) => {
  expect(ageOn(birthDate, today)).toBe(age)
})
