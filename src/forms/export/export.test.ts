import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Json } from '../json.ts'
import { questionTypes } from '../questions/registry.ts'
import { formOf } from '../testing/forms.ts'
import { samples } from '../testing/samples.ts'
import { toCsv } from './csv.ts'
import { exportedValue, toJson } from './json.ts'
import { jsonSchema } from './json-schema.ts'
import { readBySchema } from './testing/read-by-schema.ts'
import { aSentForm } from './testing/sent.ts'
import { toXml } from './xml.ts'
import { toXsd } from './xsd.ts'

/** Every right answer that the samples of a type have, in a form of one question. */
const sentOf = (type: string) =>
  (samples[type] ?? []).flatMap(({ settings, right }) => {
    const form = formOf([{ id: 'fraga', type, ...settings }])
    return right.map(({ answer }) => aSentForm(form, { fraga: answer }))
  })

describe.each(questionTypes.filter(({ asks }) => asks).map(({ type }) => type))('%s', (type) => {
  const all = sentOf(type)

  test('its JSON is what the JSON Schema says, and nothing more', () => {
    expect(all.length).toBeGreaterThan(0)
    for (const sent of all) {
      const schema = z.fromJSONSchema(jsonSchema(sent))
      const read: Json = JSON.parse(toJson(sent))
      expect(schema.safeParse(read).error).toBeUndefined()
      expect(schema.safeParse({ ...exportedValue(sent), more: 1 }).success).toBe(false)
    }
  })

  test('its XML is what the XML Schema says, and holds the same', () => {
    for (const sent of all) {
      const [xml, xsd] = [toXml(sent), toXsd(sent)]
      expect(XMLValidator.validate(xml)).toBe(true)
      expect(XMLValidator.validate(xsd)).toBe(true)
      expect(readBySchema(xml, xsd)).toEqual(JSON.parse(toJson(sent)))
    }
  })

  test('its CSV has one cell for each column', () => {
    for (const sent of all) {
      const [header = [], row = [], ...more] = readCsv(toCsv(sent))
      expect(more).toEqual([])
      expect(row).toHaveLength(header.length)
      expect(header.slice(0, 5)).toEqual(['caseNumber', 'caseSequence', 'receivedAt', 'serviceName', 'serviceVersion'])
    }
  })
})

const form = formOf([
  { id: 'namn', type: 'text' },
  { id: 'halsa', type: 'text', sensitive: true },
  { id: 'antal', type: 'number', hiddenFromParties: true, decimals: 1 },
  { id: 'val', type: 'checkboxes', options: ['a', 'b'].map((id) => ({ id, label: { sv: id } })) },
  { id: 'tomt', type: 'text' },
])
const sent = aSentForm(form, { namn: 'Åsa', halsa: 'astma', antal: -0.5, val: ['a', 'b'] })

test('JSON holds answers, what was asked, and the marks that bind whoever receives it', () => {
  expect(JSON.parse(toJson(sent))).toEqual({
    schemaVersion: 1,
    service: 'provtjanst',
    version: '01930000-0000-7000-8000-000000000009',
    caseNumber: '2027-000123',
    sequence: 1,
    receivedAt: '2027-03-03T13:30:00.000Z',
    asked: ['namn', 'halsa', 'antal', 'val', 'tomt'],
    sensitive: ['halsa'],
    hiddenFromParties: ['antal'],
    answers: { namn: 'Åsa', halsa: 'astma', antal: -0.5, val: ['a', 'b'] },
  })
  expect(toJson(sent)).toBe(toJson({ ...sent, answers: { antal: -0.5, val: ['a', 'b'], halsa: 'astma', namn: 'Åsa' } }))
})

test('CSV leaves out what is sensitive, has decimals with a point, and columns for what was not answered', () => {
  const [header, row] = readCsv(toCsv(sent))
  expect(header?.slice(5)).toEqual(['namn', 'antal', 'val', 'tomt'])
  expect(row?.slice(5)).toEqual(['Åsa', '-0.5', 'a; b', ''])
  expect(toCsv(sent)).not.toContain('astma')
  expect(toCsv(sent)).toMatch(/^\uFEFF[^\n]*\r\n[^\n]*\r\n$/)
})

test('a free text beside the options has a column of its own', () => {
  const [sample] = (samples['drop-down'] ?? []).filter(({ right }) =>
    right.some(({ answer }) => typeof answer === 'object'),
  )
  const answer = sample?.right.find((one) => typeof one.answer === 'object')?.answer
  const odd = aSentForm(formOf([{ id: 'fraga', type: 'drop-down', ...sample?.settings }]), { fraga: answer ?? null })
  const [header, row] = readCsv(toCsv(odd))
  expect(header?.slice(5)).toEqual(['fraga', 'fraga.option', 'fraga.text'])
  expect(row?.slice(5)).toEqual(['', 'annat', 'tåg'])
})

test.each(['=1+1', '+46701234567', '-2', '@SUM(A1)', '\t=1', '  =1', '＝1', '\r=1', '\n=1'])(
  'a text that a spreadsheet would run, %j, is text in CSV',
  (namn) => {
    const [, row] = readCsv(toCsv(aSentForm(form, { namn })))
    expect(row?.[5]).toBe(`'${namn}`)
  },
)

const hostile = [
  `<script>alert("1")</script>`,
  ']]>&lt;&#13;',
  'rad 1\r\nrad 2\rrad 3\t',
  '👩‍👩‍👧‍👦 العربية \u202e',
  '", ; \' ""',
  ' blanka  ',
  'x'.repeat(3_900),
]

test.each(hostile)('nothing is lost of %j', (namn) => {
  const odd = aSentForm(form, { namn })
  expect(JSON.parse(toJson(odd))).toMatchObject({ answers: { namn } })
  expect(readBySchema(toXml(odd), toXsd(odd))).toMatchObject({ answers: { namn } })
  expect(readCsv(toCsv(odd))[1]?.[5]).toBe(namn)
})

test('what XML has no character for is replaced there', () => {
  const odd = aSentForm(form, { namn: 'a\u0000b\u0007c\ud800' })
  expect(readBySchema(toXml(odd), toXsd(odd))).toMatchObject({ answers: { namn: 'a\uFFFDb\uFFFDc\uFFFD' } })
})

test('the strict reader refuses what the schema does not say', () => {
  const [xml, xsd] = [toXml(sent), toXsd(sent)]
  for (const wrong of [
    xml.replace('<antal>-0.5</antal>', '<antal>-0,5</antal>'),
    xml.replace('<namn>', '<namm>').replace('</namn>', '</namm>'),
    xml.replace('<sequence>1</sequence>', ''),
    xml.replace('</namn>', '</namn><namn>två</namn>'),
    xml.replace('000009"', '000008"'),
  ]) {
    expect(wrong).not.toBe(xml)
    expect(() => readBySchema(wrong, xsd)).toThrow()
  }
})

/** Reads CSV as RFC 4180 writes it. */
function readCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (const [, quoted, plain = '', end] of csv.slice(1).matchAll(cell)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}
