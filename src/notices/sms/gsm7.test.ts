import { expect, test } from 'vitest'
import { partsOf, toGsm7, toSmsText } from './gsm7.ts'

test.each([
  ['Å, ä, ö och É står där', 'Å, ä, ö och É står där'],
  ['”citat” ’nu’ „då“ «så»', `"citat" 'nu' "då" "så"`],
  ['8–17 — alltid…', '8-17 - alltid...'],
  ['Łódź, François, Dvořák, Þór, Æsir', 'Lódz, Francois, Dvorák, Thór, Æsir'.replaceAll('ó', 'o').replace('á', 'a')],
  ['fast mellanrum\u00a0och\ttabb', 'fast mellanrum och tabb'],
  ['Hej 👋🏽!', 'Hej !'],
  ['Привет 你好', '?????? ??'],
  ['1 €, {x} [y] ~', '1 €, {x} [y] ~'],
  ['a\u0308pple', 'äpple'],
  ['ﬁn № ½', 'fin No 1/2'],
])('%s is written %s', (text, written) => {
  expect(toGsm7(text)).toBe(written)
})

test.each([
  [160, 1],
  [161, 2],
  [306, 2],
  [307, 3],
])('%i characters are %i parts', (length, parts) => {
  expect(partsOf('å'.repeat(length))).toBe(parts)
})

test('a character of the extension is two, and never parted', () => {
  expect(partsOf('€'.repeat(80))).toBe(1)
  expect(partsOf(`€${'a'.repeat(159)}`)).toBe(2)
  expect(partsOf(`${'a'.repeat(152)}€${'a'.repeat(151)}`)).toBe(2)
  expect(partsOf(`${'a'.repeat(152)}€${'a'.repeat(152)}`)).toBe(3)
})

test('what is too long for two parts is cut, with a sign of it', () => {
  const words = 'Båtplats '.repeat(60)
  const cut = toSmsText(words)
  expect(partsOf(cut)).toBe(2)
  expect(cut.length).toBeGreaterThan(295)
  expect(cut).toMatch(/^(Båtplats )+Båtpla\.\.\.$/)
  expect(partsOf(toSmsText('€'.repeat(400)))).toBe(2)
  expect(toSmsText('Kort.')).toBe('Kort.')
})
