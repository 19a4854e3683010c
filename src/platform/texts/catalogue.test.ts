import { parse } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'
import en from '../../../locales/en.json' with { type: 'json' }
import sv from '../../../locales/sv.json' with { type: 'json' }
import { translator } from './catalogue.ts'

const catalogues = { sv, en }

/** The arguments that a text takes, wherever they stand in it. */
function argumentsOf(text: string): readonly string[] {
  const found = new Set<string>()
  const visit = (elements: ReturnType<typeof parse>): void => {
    for (const element of elements) {
      if (element.type === 0 || element.type === 7) continue
      if ('value' in element) found.add(String(element.value))
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value)
    }
  }
  visit(parse(text))
  return [...found].sort()
}

test('every text stands in every language, with the same arguments', () => {
  expect(Object.keys(en)).toEqual(Object.keys(sv))
  for (const [key, text] of Object.entries(sv)) {
    const other = (en as Readonly<Record<string, string>>)[key] ?? ''
    expect({ key, arguments: argumentsOf(other) }).toEqual({ key, arguments: argumentsOf(text) })
  }
})

test('keys are sorted, and no text is empty or has loose spaces', () => {
  for (const catalogue of Object.values(catalogues)) {
    expect(Object.keys(catalogue)).toEqual(Object.keys(catalogue).toSorted((a, b) => (a < b ? -1 : 1)))
    expect(
      Object.entries(catalogue).filter(([, text]) => text === '' || text !== text.trim() || / {2}/.test(text)),
    ).toEqual([])
  }
})

test('plurals follow the language', () => {
  expect(translator('sv')('ui.form.problems', { count: 1 })).not.toBe(
    translator('sv')('ui.form.problems', { count: 2 }),
  )
})
