import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, countOver } from './plain-text.ts'

describe('cleanText', () => {
  it('keeps what people write and drops what a database would refuse', () => {
    expect(cleanText('  <b>Åsa</b> &amp; "x"\r\nrad\ttvå\u0000\u001b[31m \ud800 ')).toBe(
      '<b>Åsa</b> &amp; "x"\nrad\ttvå[31m \ufffd',
    )
  })

  it('writes a letter in one way', () => expect(cleanText('A\u030Asa')).toBe('Åsa'))

  it('makes one line of several', () => expect(cleanLine('a\r\n b\u00a0\t c')).toBe('a b c'))
})

describe('countOver', () => {
  it('counts as a person does', () => {
    expect(countOver('👩‍👩‍👧‍👦é🇸🇪', 3)).toBeUndefined()
    expect(countOver('👩‍👩‍👧‍👦é🇸🇪', 2)).toBe(3)
    expect(countOver('åäö', 3)).toBeUndefined()
  })
})
