import { expect, test } from 'vitest'
import { formatsFor } from './formats.ts'

const swedish = formatsFor('sv', 'Europe/Stockholm')
const english = formatsFor('en', 'Europe/Stockholm')
const when = new Date('2027-03-03T13:30:00Z')

test('dates and times are written as the municipality writes them, whatever the zone of the process', () => {
  expect(swedish.dateTime(when)).toBe('3 mars 2027 kl. 14.30')
  expect(english.dateTime(when)).toBe('3 March 2027 at 14:30')
  expect(swedish.date('2027-12-31')).toBe('31 december 2027')
  expect(swedish.time(new Date('2027-07-01T22:05:00Z'))).toBe('00.05')
})

test("figures have the language's signs", () => {
  expect(swedish.number(1204.5).replace(/\s/g, ' ')).toBe('1 204,5')
  expect(english.number(1204.5)).toBe('1,204.5')
  expect(swedish.fileSize(1_234_567)).toBe('1,2 MB')
  expect(swedish.fileSize(20)).toBe('1 kB')
})
