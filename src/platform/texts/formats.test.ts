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

test('what is yet to come is said without its year when it can only be the next such day, and without midnight', () => {
  const now = new Date('2027-03-01T12:00:00Z')
  expect(swedish.upcoming(when, now)).toBe('3 mars kl. 14.30')
  expect(english.upcoming(when, now)).toBe('3 March at 14:30')
  expect(swedish.upcoming(new Date('2027-06-30T22:00:00Z'), now)).toBe('1 juli')
  expect(swedish.upcoming(new Date('2028-03-01T23:00:00Z'), now)).toBe('2 mars 2028')
})

test("figures have the language's signs", () => {
  expect(swedish.number(1204.5).replace(/\s/g, ' ')).toBe('1 204,5')
  expect(english.number(1204.5)).toBe('1,204.5')
  expect(swedish.fileSize(1_234_567)).toBe('1,2 MB')
  expect(swedish.fileSize(20)).toBe('1 kB')
})

test('names are joined as the language does', () => {
  expect(swedish.list(['Ada', 'Bo', 'Cecilia'])).toBe('Ada, Bo och Cecilia')
  expect(english.list(['Ada', 'Bo', 'Cecilia'])).toBe('Ada, Bo and Cecilia')
})

test('a time of day and a sum of money are written as the language does', () => {
  expect(swedish.timeOfDay('14:30')).toBe('14.30')
  expect(english.timeOfDay('14:30')).toBe('14:30')
  expect(swedish.amount(1204).replace(/\s/g, ' ')).toBe('1 204 kr')
  expect(swedish.amount(1204.5).replace(/\s/g, ' ')).toBe('1 204,50 kr')
  expect(english.amount(1204.5)).toBe('SEK 1,204.50')
})
