import { expect, test } from 'vitest'
import { foldForSearch, wordsToFind } from './search-words.ts'

test('folds letters, accents and signs', () => {
  expect(foldForSearch('  Parkeringstillstånd – för Rörelsehindrad!')).toBe('parkeringstillstand for rorelsehindrad')
  expect(foldForSearch('Ærø, Straße, É')).toBe('aero strasse e')
  expect(foldForSearch('P-tillstånd')).toBe('p tillstand')
})

test('leaves out words that say nothing', () => {
  expect(wordsToFind('Jag vill anmäla att en lampa är trasig')).toEqual(['anmala', 'lampa', 'trasig'])
  expect(wordsToFind('hur gör man?')).toEqual([])
  expect(wordsToFind('   ')).toEqual([])
})

test('keeps a search within bounds', () => {
  expect(wordsToFind('ord '.repeat(500))).toHaveLength(10)
  expect(wordsToFind('x'.repeat(5000))).toEqual(['x'.repeat(60)])
})
