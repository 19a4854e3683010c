import { expect, test } from 'vitest'
import type { ReceivedFile } from '../platform/http/received-file.ts'
import { messageLimits, normalised, problemsIn } from './model.ts'

const file: ReceivedFile = {
  field: 'bilagor',
  name: 'intyg.pdf',
  stored: true,
  fileId: 'f',
  blob: 'b',
  key: new Uint8Array(32),
  size: 10,
  sha256: new Uint8Array(32),
  mediaType: 'application/pdf',
  scan: 'clean',
  thumbnail: undefined,
}

test.each(['', '   ', '\r\n\t'])('%j is no message', (text) => {
  expect(problemsIn(text, [])).toEqual([{ kind: 'text-missing' }])
})

test('a text may be as long as the limit, counted as people count, line breaks as one', () => {
  const longest = `${'å'.repeat(messageLimits.text - 2)}\r\n😀`
  expect(problemsIn(longest, [])).toEqual([])
  expect(problemsIn(`${longest}!`, [])).toEqual([{ kind: 'text-too-long', length: messageLimits.text + 1 }])
})

test('files that were refused, and too many, are told of one by one', () => {
  const refused: ReceivedFile = { field: 'bilagor', name: 'virus.pdf', stored: false, reason: 'wrong-type' }
  expect(problemsIn('Hej', [file, refused])).toEqual([
    { kind: 'file-refused', name: 'virus.pdf', reason: 'wrong-type' },
  ])
  expect(problemsIn('Hej', Array(messageLimits.files).fill(file))).toEqual([])
  expect(problemsIn('Hej', Array(messageLimits.files + 1).fill(file))).toEqual([{ kind: 'too-many-files' }])
})

test('what no database keeps is left out, all else is kept', () => {
  expect(normalised('a\0b\r\nc  <d>')).toBe('ab\nc  <d>')
})
