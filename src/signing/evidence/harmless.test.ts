import { expect, test } from 'vitest'
import { harmlessLines } from './harmless.ts'

test.each<[string, string, readonly string[]]>([
  ['letters stay', 'Åsa Öberg, José: 5 % & <b>', ['Åsa Öberg, José: 5 % & <b>']],
  [
    'each way to end a line ends one',
    'a\r\nb\rc\nd\u2028e\u2029f\u0085g\u000bh',
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
  ],
  [
    'empty lines and wide spaces push nothing away',
    `a${'\n \n'.repeat(99)}b${'\t \u2003\u2800'.repeat(99)}c`,
    ['a', 'b c'],
  ],
  ['the direction is not turned', 'intyg_\u202efdp.exe\u2066\u200f', ['intyg_fdp.exe']],
  ['nothing is invisible', 'ja\u0000\u001b[8m\u200b\u00ad\u2060\ufeff\u{e0041}nej', ['ja[8mnej']],
  ['marks cover no other lines', `e${'\u0301'.repeat(50)}`, ['é\u0301\u0301\u0301\u0301']],
  ['half a letter is a replaced one', '\ud83d', ['\ufffd']],
  ['what joins letters stays', 'می\u200cخواهم 👩\u200d👧', ['می\u200cخواهم 👩\u200d👧']],
  ['one letter is written in one way', 'A\u030a', ['Å']],
  ['nothing is no line', ' \n\u200b', []],
])('%s', (_what, text, lines) => {
  expect(harmlessLines(text)).toEqual(lines)
})
