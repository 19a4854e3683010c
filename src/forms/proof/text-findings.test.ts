import { describe, expect, it } from 'vitest'
import { textFindings } from './text-findings.ts'

const inShort = (definition: unknown) =>
  textFindings(definition).map(({ code, path }) => `${path.join('.')} ${code}`.trimStart())

const long = 'Kommunstyrelseförvaltningen handlägger ansökningarna'
const hard = Array.from({ length: 5 }, () => `${long} och meddelar sökanden skriftligen`).join(' samt ')

describe('texts of a definition', () => {
  it('are there in all languages, and not empty', () => {
    expect(inShort({ title: { sv: 'Bygglov' }, steps: [{ intro: { sv: 'Skriv här.', en: ' ' } }] })).toEqual([
      'title text-missing',
      'steps.0.intro.en text-empty',
    ])
  })

  it('need no translation when they are designations or numbers', () => {
    expect(inShort({ example: { sv: 'EKEN 1:4' }, other: { sv: '4711' } })).toEqual([])
  })

  it('are not the same sentence in two languages, but may be the same name', () => {
    const copied = 'Skriv ditt namn på raden.'
    expect(
      inShort({
        help: { sv: copied, en: copied },
        place: { sv: 'Storgatan 10, Exempelköping', en: 'Storgatan 10, Exempelköping' },
      }),
    ).toEqual(['help.en text-same'])
  })

  it('can be searched for in all languages, or in none', () => {
    expect(inShort({ keywords: { sv: ['lov', ' '], en: [] }, synonyms: { sv: [], en: [] } })).toEqual([
      'keywords.sv.1 text-empty',
      'keywords.en text-missing',
    ])
  })

  it('can be read, each and all together; a short one tells nothing', () => {
    expect(inShort({ purpose: { sv: `${hard}.`, en: 'It is.' } })).toEqual(['purpose.sv hard-to-read', 'hard-to-read'])
    expect(inShort({ purpose: { sv: `${long}.`, en: 'It is.' } })).toEqual([])
    expect(textFindings({ purpose: { sv: `${hard}.`, en: 'It is.' } })[0]?.message).toMatch(
      /^LIX \d+, at most 50 is good: 39 words in 1 sentence/,
    )
  })

  it('say nothing of other settings', () => {
    expect(inShort({ sv: 5, list: [null, 'text', 3], keywords: { sv: ['a'], en: ['b'] } })).toEqual([])
  })
})
