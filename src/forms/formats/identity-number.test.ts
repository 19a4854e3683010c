import { describe, expect, it } from 'vitest'
import {
  birthDateOf,
  identityNumberInWords,
  isCoordinationNumber,
  isIdentityNumber,
  provisionalNumber,
  readIdentityNumber,
} from './identity-number.ts'

const today = '2027-03-31'

describe('readIdentityNumber', () => {
  // Skatteverket's published test numbers alone.
  it.each([
    ['198001139297', '198001139297'],
    ['19800113-9297', '198001139297'],
    ['1980-01-13 9297', '198001139297'],
    ['800113-9297', '198001139297'],
    ['800113–9297', '198001139297'],
    ['8001139297', '198001139297'],
    ['191212121212', '191212121212'],
    ['121212+1212', '191212121212'],
    ['202301012395', '202301012395'],
    ['230101-2395', '202301012395'],
  ])('takes the personal number %s', (typed, number) => {
    expect(readIdentityNumber(typed, today)).toBe(number)
    expect(readIdentityNumber(identityNumberInWords(number), today)).toBe(number)
  })

  it.each(['197001782395', '197002822398', '201000802395', '191711602399', '191500722390', '200500882394'])(
    'takes the coordination number %s',
    (number) => {
      expect(readIdentityNumber(number, today)).toBe(number)
      expect(isCoordinationNumber(number)).toBe(true)
    },
  )

  it('takes ten digits of a coordination number without a known month', () =>
    expect(readIdentityNumber('100080-2395', today)).toBe('201000802395'))

  it('guesses no birth that is still to come', () => {
    expect(readIdentityNumber('230101-2395', '2023-01-01')).toBe('202301012395')
    expect(readIdentityNumber('230101-2395', '2022-12-31')).toBe('192301012395')
    expect(readIdentityNumber('202301012395', '2022-12-31')).toBeUndefined()
  })

  it('takes + from the year in which one turns a hundred', () => {
    expect(readIdentityNumber('121212+1212', '2012-01-01')).toBe('191212121212')
    expect(readIdentityNumber('121212+1212', '2011-12-31')).toBeUndefined()
  })

  it.each([
    '',
    'nio nio',
    '198001139296',
    '19800113929',
    '198013139297',
    '20800113-9297',
    '800113-T297',
    '5599990016',
    '165599990016',
    '１９８００１１３９２９７',
  ])('refuses %s', (typed) => expect(readIdentityNumber(typed, today)).toBeUndefined())
})

describe('birthDateOf', () => {
  it('is the date of a personal number, and of a coordination number without its 60', () => {
    expect(birthDateOf('198001139297')).toBe('1980-01-13')
    expect(birthDateOf('197001782395')).toBe('1970-01-18')
  })

  it('is not known without month or day', () => {
    expect(birthDateOf('201000802395')).toBeUndefined()
    expect(birthDateOf('191711602399')).toBeUndefined()
  })
})

/** Skatteverket's published test numbers, and those of Swedish test data for protected persons and for Navet. */
const published = {
  adults: ['195501142284', '198001139297', '198501139995', '199001012385', '199501012380'],
  young: ['200401012398', '200801012386'],
  children: ['201401012396', '201701012393', '201901012391', '202201012396', '202301012395'],
  protected: ['200001252386', '189602029812'],
  others: ['193801248471', '191212121212'],
  coordination: ['197001782395', '197002822398'],
  withoutMonth: ['201000802395', '191500722390', '200500882394'],
  withoutDay: ['191711602399'],
}

describe('isIdentityNumber', () => {
  it.each(Object.entries(published))('knows published numbers: %s', (_kind, numbers) => {
    for (const number of numbers) {
      expect(isIdentityNumber(number)).toBe(true)
      expect(readIdentityNumber(number, today)).toBe(number)
    }
  })

  it.each(['198001139296', '19800113-9297', '8001139297', '165599990016', '229001012385', '20100080239T', ''])(
    'knows that %j is none',
    (text) => expect(isIdentityNumber(text)).toBe(false),
  )
})

describe('provisionalNumber', () => {
  it.each(['800113-T297', '19800113-T297', '800113r297', '19800113N297', '800113+X297'])(
    'knows the interim number %s',
    (typed) => expect(provisionalNumber(typed)).toBe('interim'),
  )

  it.each(['22800113-9297', '229001012385'])('knows the reserve number %s', (typed) =>
    expect(provisionalNumber(typed)).toBe('reserve'),
  )

  it.each(['198001139297', '220113-9297', '800113-A297', '5599990016', 'T', ''])('says nothing of %j', (typed) =>
    expect(provisionalNumber(typed)).toBeUndefined(),
  )

  it('is never a number that is read', () => {
    for (const typed of ['800113-T297', '22800113-9297']) expect(readIdentityNumber(typed, today)).toBeUndefined()
  })
})
