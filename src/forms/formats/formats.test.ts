import { describe, expect, it } from 'vitest'
import { readEmail } from './email.ts'
import { phoneInWords, readPhone } from './phone.ts'
import { readPostalCode } from './postal-code.ts'

describe('readEmail', () => {
  it.each([
    ['ada@exempel.se', 'ada@exempel.se'],
    ['Ada.E+kommun@Post.Exempel.SE', 'Ada.E+kommun@post.exempel.se'],
    ['ada@räksmörgås.se', 'ada@räksmörgås.se'],
    ['a@b.xn--p1ai', 'a@b.xn--p1ai'],
  ])('takes %s', (typed, email) => expect(readEmail(typed)).toBe(email))

  it.each([
    'ada',
    'ada@',
    '@exempel.se',
    'ada@exempel',
    'ada@@exempel.se',
    'ada@exempel.se@x.se',
    'ada@-exempel.se',
    'ada@exempel..se',
    '.ada@exempel.se',
    'ada b@exempel.se',
    'ada@127.0.0.1',
    'Ada <ada@exempel.se>',
    'ada@exempel.se,bo@exempel.se',
    'a@b.se\nBcc:x',
    `${'a'.repeat(65)}@exempel.se`,
    `a@${'b'.repeat(260)}.se`,
  ])('refuses %s', (typed) => expect(readEmail(typed)).toBeUndefined())
})

describe('readPhone', () => {
  it.each([
    ['070-174 06 05', '+46701740605', '070-174 06 05'],
    ['0701740605', '+46701740605', '070-174 06 05'],
    ['+46 (0)70 174 06 05', '+46701740605', '070-174 06 05'],
    ['08-12 34 56', '+468123456', '08123456'],
    ['+47 21 23 45 67', '+4721234567', '+4721234567'],
    ['00358 9 1234567', '+35891234567', '+35891234567'],
  ])('takes %s', (typed, phone, words) => {
    expect(readPhone(typed)).toBe(phone)
    expect(phoneInWords(phone)).toBe(words)
    expect(readPhone(words)).toBe(phone)
  })

  it.each(['112', '070-174', 'ring mig', '+0701740605', '000123456789', '12345678', '+4670174060512345'])(
    'refuses %s',
    (typed) => expect(readPhone(typed)).toBeUndefined(),
  )
})

describe('readPostalCode', () => {
  it.each(['90001', '900 01', 'SE-900 01'])('takes %s', (typed) => expect(readPostalCode(typed)).toBe('900 01'))
  it.each(['9000', '900011', '00001', 'N-0150'])('refuses %s', (typed) => expect(readPostalCode(typed)).toBeUndefined())
})
