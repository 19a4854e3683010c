import { expect, test } from 'vitest'
import { levelInWords } from './level-in-words.ts'

test.each([
  ['http://id.elegnamnden.se/loa/1.0/loa3', 'logins.level.3'],
  ['http://id.swedenconnect.se/loa/1.0/uncertified-loa2', 'logins.level.2'],
  ['http://id.swedenconnect.se/loa/1.0/loa4-nonresident', 'logins.level.4'],
  ['http://id.elegnamnden.se/loa/1.0/eidas-nf-sub', 'logins.level.substantial'],
  ['http://id.swedenconnect.se/loa/1.0/uncertified-eidas-high', 'logins.level.high'],
  ['http://id.elegnamnden.se/loa/1.0/eidas-low', 'logins.level.low'],
  ['urn:something-else', undefined],
])('%s is %s', (level, words) => {
  expect(levelInWords(level)).toBe(words)
})
