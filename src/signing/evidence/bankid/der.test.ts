import { expect, test } from 'vitest'
import { readDer, readExactly } from './der.ts'

const of = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex')
const long = `0482 0100 ${'aa'.repeat(256)}`

test('elements are read one after the other, with all of their bytes', () => {
  const found = readDer(of(`0500 0201 07 ${long}`))
  expect(found?.map(({ tag, content, raw }) => [tag, content.length, raw.length])).toEqual([
    [0x05, 0, 2],
    [0x02, 1, 3],
    [0x04, 256, 260],
  ])
  expect(readDer(of(''))).toEqual([])
})

test.each([
  ['cut off', '3003 0201'],
  ['cut off in its length', '0482 01'],
  ['only an identifier', '30'],
  ['with something left over', '0500 00'],
  ['with a length longer than it need be', '0481 01 aa'],
  ['with a length that begins with nothing', '0483 000100 aa'],
  ['without a stated end, as BER has it', '3080 0500 0000'],
  ['with an identifier of several bytes', '1f8101 00'],
])('%s is none', (_what, hex) => {
  expect(readDer(of(hex))).toBeUndefined()
})

test('elements are those that are expected, in their order, and no more', () => {
  expect(readExactly(of('0500 0201 07'), [0x05, 0x02])).toHaveLength(2)
  for (const tags of [[0x05], [0x02, 0x05], [0x05, 0x02, 0x02], []]) {
    expect(readExactly(of('0500 0201 07'), tags)).toBeUndefined()
  }
})
