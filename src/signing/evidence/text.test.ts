import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SummaryGroup } from '../../forms/summary.ts'
import type { SummaryValue } from '../../forms/summary-value.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import { bankIdReader, plainReader, type Readable, type Reader, textToSign } from './text.ts'

const texts = textsFor('sv', 'Europe/Stockholm')
const { t } = texts
const whole = t('signing.text.whole', { files: 0 })

const groupOf = (values: Readonly<Record<string, SummaryValue>>, title = 'Barnet'): SummaryGroup => ({
  stepId: 'steg',
  title,
  lines: Object.entries(values).map(([label, value]) => ({ questionId: label, label, value })),
})

const readable = (...groups: readonly SummaryGroup[]): Readable => ({
  title: 'Ansök om förskoleplats',
  lead: ['Nordby kommun'],
  groups,
  files: 0,
})

const text = (said: string): SummaryValue => ({ kind: 'text', text: said })
const signed = (of: Readable, reader: Reader = bankIdReader) => textToSign(of, reader, texts).visible
const base64Length = (visible: string) => Buffer.from(visible).toString('base64').length

const file = { id: '1', mediaType: 'application/pdf', size: 1, sha256: 'ff' }
const everyKind = readable(
  groupOf({
    Namn: text('Åsa Exempel'),
    'Har barnet syskon?': { kind: 'nothing' },
    Övrigt: { kind: 'paragraphs', paragraphs: ['Först.', 'Sedan.'] },
    Dagar: { kind: 'list', items: ['måndag', 'tisdag'] },
    Adress: { kind: 'pairs', pairs: [{ label: 'Ort', value: 'Nordby' }], note: 'Från folkbokföringen' },
    Intyg: { kind: 'files', files: [{ ...file, name: 'intyg.pdf' }] },
    Tider: {
      kind: 'rows',
      columns: ['Dag', 'Öppet?'],
      rows: [
        { name: 'Rad 1', cells: ['måndag', 'ja'] },
        { name: 'Rad 2', cells: ['tisdag', ''] },
      ],
      count: '2 rader',
      sums: [{ label: 'Timmar', value: '8' }],
    },
  }),
  groupOf({ Telefon: text('070-123') }, 'Kontakt'),
)

describe('the text', () => {
  test('has each question with its answer, step by step, as simple Markdown', () => {
    expect(textToSign(everyKind, bankIdReader, texts)).toEqual({
      format: 'simpleMarkdownV1',
      visible: [
        '# Ansök om förskoleplats',
        'Nordby kommun',
        '## Barnet',
        '*Namn:* Åsa Exempel',
        `*Har barnet syskon?* ${t('cases.answers.nothing')}`,
        '*Övrigt:*',
        '– Först.',
        '– Sedan.',
        '*Dagar:*',
        '– måndag',
        '– tisdag',
        '*Adress:*',
        '– Ort: Nordby',
        '– Från folkbokföringen',
        '*Intyg:* intyg.pdf',
        '*Tider:*',
        '– 2 rader',
        '– Rad 1: Dag: måndag; Öppet? ja',
        '– Rad 2: Dag: tisdag',
        '– Timmar: 8',
        '## Kontakt',
        '*Telefon:* 070-123',
        '---',
        whole,
      ].join('\n'),
    })
  })

  test('is the same without marks where it is shown as it is', () => {
    const { visible, format } = textToSign(readable(groupOf({ Namn: text('A*B') })), plainReader(4_096), texts)
    expect(format).toBe('plain')
    expect(visible).toBe(`Ansök om förskoleplats\nNordby kommun\n\nBarnet\nNamn: A*B\n\n${whole}`)
  })
})

describe('an answer', () => {
  test.each([
    ['a heading', 'Nej\n# Ja', '*Svar:*\n– Nej\n– # Ja'],
    ['a heading of its own', '## Kontakt', '*Svar:* ## Kontakt'],
    ['another question', 'Nej\n*Godkänner du?* Ja', '*Svar:*\n– Nej\n– ∗Godkänner du?∗ Ja'],
    ['a rule, after which all ends', 'Nej\n---\nSlut', '*Svar:*\n– Nej\n– ---\n– Slut'],
    ['a list', 'Nej\n+ ja', '*Svar:*\n– Nej\n– + ja'],
    ['a table', '| a | b |', '*Svar:* ∣ a ∣ b ∣'],
    ['an escape of what follows', 'Nej\\', '*Svar:* Nej＼'],
    ['a turned line', '\u202eaj', '*Svar:* aj'],
  ])('makes no %s', (_what, said, shown) => {
    expect(signed(readable(groupOf({ Svar: text(said) })))).toContain(`\n## Barnet\n${shown}\n---\n`)
  })

  test('makes nothing, whatever is typed, in any format', () => {
    const typed = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'#*+-|\\\n\r\t –', '\u202e', '\u2028'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
    })
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 5 }), typed, typed, (answers, question, step) => {
        const groups = answers.map((said) => groupOf({ [question]: text(said) }, step))
        const lines = signed(readable(...groups)).split('\n')
        expect(lines[0]).toBe('# Ansök om förskoleplats')
        expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(1 + answers.length)
        expect(lines.filter((line) => line === '---')).toHaveLength(1)
        for (const line of lines.slice(2, -2)) expect(line).toMatch(/^(## |\*[^*]*:\*|\*[^*]*\?\*|– )[^*|\\]*$/)
        expect(lines.join('')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
  })
})

describe('a text that is too long', () => {
  const long = readable(
    groupOf({
      Kort: text('ja'),
      Lång: text('å'.repeat(30_000)),
      Rader: { kind: 'paragraphs', paragraphs: Array(9_000).fill('rad') },
    }),
    groupOf({ Sist: text('sist av allt') }, 'Kontakt'),
  )

  test('loses the ends of its longest answers, never a question, and says so', () => {
    const visible = signed(long)
    expect(base64Length(visible)).toBeLessThanOrEqual(40_000)
    expect(visible).toContain('*Kort:* ja\n')
    expect(visible).toMatch(/\*Lång:\* å{2000} \[…\]\n/)
    expect(visible).toContain('– rad\n– ra […]\n')
    expect(visible).toContain('*Sist:* sist av allt\n')
    expect(visible.endsWith(`\n---\n${t('signing.text.cut')}`)).toBe(true)
  })

  test('with too many questions ends where there is no more room, and says so', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, index) => [`Fråga ${index}`, text('ö'.repeat(90))]),
    )
    const visible = signed(readable(groupOf(many)))
    expect(base64Length(visible)).toBeLessThanOrEqual(40_000)
    expect(base64Length(visible)).toBeGreaterThan(39_500)
    expect(visible.endsWith(`\n---\n${t('signing.text.cut')}`)).toBe(true)
  })

  test('says that it covers the attachments, where there are any', () => {
    const cover = (files: number) => signed({ ...readable(groupOf({ Namn: text('Åsa') })), files })
    expect(cover(0)).not.toContain('bilag')
    expect(cover(2)).toContain('gäller också bilagorna')
  })

  test('is never longer than its reader allows, and whole when it fits', () => {
    const length = signed(everyKind, plainReader(1_000_000)).length
    for (const longest of [300, length - 1, length]) {
      const visible = signed(everyKind, plainReader(longest))
      expect(visible.length).toBeLessThanOrEqual(longest)
      expect(visible.endsWith(longest === length ? whole : t('signing.text.cut'))).toBe(true)
    }
  })

  test('cuts no letter in two', () => {
    const visible = signed(readable(groupOf({ Svar: text('😀'.repeat(20_000)) })))
    expect(visible.isWellFormed()).toBe(true)
    expect(base64Length(visible)).toBeLessThanOrEqual(40_000)
  })
})
