import { describe, expect, it } from 'vitest'
import { codeInWords, newCode, readCode } from './code.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

describe('the code of a printed form', () => {
  it('is read as it is printed, in small letters, and with spaces', () => {
    for (let round = 0; round < 200; round++) {
      const code = newCode()
      const printed = codeInWords(code)
      expect(printed).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
      expect(readCode(printed)).toBe(code)
      expect(readCode(` ${printed.toLowerCase().replace('-', ' – ')} `)).toBe(code)
    }
  })

  it('is refused with any one character wrong', () => {
    const code = newCode()
    for (let place = 0; place < code.length; place++) {
      for (const other of alphabet.replace(code[place] ?? '', '')) {
        expect(readCode(code.slice(0, place) + other + code.slice(place + 1))).toBeUndefined()
      }
    }
  })

  it('is refused with two neighbours that have changed places', () => {
    for (let round = 0; round < 50; round++) {
      const code = newCode()
      for (let place = 0; place + 1 < code.length; place++) {
        const [a = '', b = ''] = code.slice(place, place + 2)
        const swapped = code.slice(0, place) + b + a + code.slice(place + 2)
        expect(readCode(swapped)).toBe(a === b ? code : undefined)
      }
    }
  })

  it.each(['', 'ABCD', 'ABCD-EFGH-J', '0000-0000', '<script>', 'ÅÄÖÅ-ÄÖÅÄ'])('%j is none', (typed) => {
    expect(readCode(typed)).toBeUndefined()
  })
})
