import { describe, expect, it } from 'vitest'
import { bankgiroInWords, plusgiroInWords, readBankgiro, readPlusgiro } from './giro.ts'
import { ibanInWords, readIban } from './iban.ts'
import { organisationNumberInWords, readBusinessNumber, readOrganisationNumber } from './organisation-number.ts'
import { matchesPattern, patternFault } from './own-pattern.ts'
import { readRegistrationPlate } from './registration-plate.ts'

describe('organisation numbers', () => {
  it.each(['802999-0010', '8029990010', '168029990010', '16 802999–0010'])('take %s', (typed) => {
    expect(readOrganisationNumber(typed)).toBe('8029990010')
    expect(organisationNumberInWords('8029990010')).toBe('802999-0010')
  })
  it.each(['802999-0011', '800113-9297', '80299900', '198029990010', 'bolaget'])('refuse %s', (typed) =>
    expect(readOrganisationNumber(typed)).toBeUndefined(),
  )
  it('may be the identity number of a sole trader, when the question says so', () => {
    expect(readBusinessNumber('559999-0016', '2027-03-31')).toBe('5599990016')
    expect(readBusinessNumber('800113-9297', '2027-03-31')).toBe('198001139297')
    expect(organisationNumberInWords('198001139297')).toBe('19800113-9297')
  })
})

describe('registration plates', () => {
  it.each([
    ['abc123', 'ABC 123'],
    ['ABC-12D', 'ABC 12D'],
    ['Åsa', 'ÅSA'],
    ['8 lax', '8LAX'],
    ['X1', 'X1'],
  ])('take %s', (typed, plate) => expect(readRegistrationPlate(typed)).toBe(plate))
  it.each(['QBC 123', 'ABC 12O', 'ABC 000', 'ABC 1234 5', '12345', 'A', 'HEJ!'])('refuse %s', (typed) =>
    expect(readRegistrationPlate(typed)).toBeUndefined(),
  )
})

describe('account numbers', () => {
  it.each([
    ['se45 5000 0000 0583 9825 7466', 'SE4550000000058398257466'],
    ['NO93 8601 1117 947', 'NO9386011117947'],
    ['GB82-WEST-1234-5698-7654-32', 'GB82WEST12345698765432'],
  ])('take %s', (typed, iban) => {
    expect(readIban(typed)).toBe(iban)
    expect(readIban(ibanInWords(iban))).toBe(iban)
  })
  it('are written in groups of four', () =>
    expect(ibanInWords('SE4550000000058398257466')).toBe('SE45 5000 0000 0583 9825 7466'))
  it.each(['SE45 5000 0000 0583 9825 7467', 'SE93 8601 1117 947', 'SE45', '5000 0000 0583'])('refuse %s', (typed) =>
    expect(readIban(typed)).toBeUndefined(),
  )
})

describe('giro numbers', () => {
  it.each([
    ['5050-1055', '50501055', '5050-1055'],
    ['991 2346', '9912346', '991-2346'],
  ])('of bankgirot: %s', (typed, digits, words) => {
    expect(readBankgiro(typed)).toBe(digits)
    expect(bankgiroInWords(digits)).toBe(words)
  })
  it.each(['5050-1056', '505-105', '50501055 0', 'BG'])('of bankgirot: not %s', (typed) =>
    expect(readBankgiro(typed)).toBeUndefined(),
  )
  it.each([
    ['90 20 03-3', '9020033', '90 20 03-3'],
    ['1-8', '18', '1-8'],
    ['901950-6', '9019506', '90 19 50-6'],
  ])('of plusgirot: %s', (typed, digits, words) => {
    expect(readPlusgiro(typed)).toBe(digits)
    expect(plusgiroInWords(digits)).toBe(words)
  })
  it.each(['90 20 03-4', '8', '123456789'])('of plusgirot: not %s', (typed) =>
    expect(readPlusgiro(typed)).toBeUndefined(),
  )
})

describe('an own pattern', () => {
  it('is matched by the whole line', () => {
    expect(matchesPattern('EKEN 4', { matches: '[A-ZÅÄÖ]+ \\d+' })).toBe(true)
    expect(matchesPattern('Eken EKEN 4', { matches: '[A-ZÅÄÖ]+ \\d+' })).toBe(false)
  })
  it('answers soon, even one that would keep JavaScript busy for years', () =>
    expect(matchesPattern(`${'a'.repeat(1000)}!`, { matches: '(a+)+' })).toBe(false))
  it('is refused when it is none', () => {
    expect(patternFault({ matches: '[a-' })).toContain('missing closing ]')
    expect(patternFault({ matches: '(a)\\1' })).toContain('invalid escape')
    expect(patternFault({ matches: '(a{1000}){1000}' })).toContain('repeat')
    expect(patternFault({ matches: '\\d{4}' })).toBeUndefined()
  })
})
