import { canonicalJson } from '../canonical-json.ts'
import type { Json } from '../json.ts'
import { exportedValue } from './json.ts'
import { jsonSchema, namespaceOf } from './json-schema.ts'
import type { SentForm } from './sent-form.ts'
import { plainPart, type Shape, shapeFrom } from './shape.ts'

/** The root of every exported submission. */
export const rootName = 'submission'

/**
 * A submission as XML that `toXsd` describes: elements are named as the questions are, lists hold `item`, and what can be anything is JSON.
 * Characters that XML can't hold, such as NUL, are replaced by U+FFFD.
 */
export function toXml(sent: SentForm): string {
  const content = contentOf(exportedValue(sent), shapeFrom(jsonSchema(sent)))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${rootName} xmlns="${namespaceOf(sent.version)}">${content}</${rootName}>\n`
}

function contentOf(value: Json, shape: Shape): string {
  if (value === null) return ''
  if (shape.kind === 'list' && isList(value)) {
    return value.map((item) => element('item', contentOf(item, shape.item))).join('')
  }
  if (typeof value === 'object' && !isList(value)) {
    const entries = Object.entries(value)
    if (shape.kind === 'parts' || shape.kind === 'either') {
      const shapes = new Map(shape.parts.map((part) => [part.name, part.shape]))
      return entries.map(([name, part]) => partOf(name, part, shapes.get(name))).join('')
    }
    if (shape.kind === 'entries') return entries.map(([key, part]) => entryOf(key, part, shape.value)).join('')
  }
  if (shape.kind === 'either') return element(plainPart, contentOf(value, shape.plain))
  return escapeXml(typeof value === 'object' || shape.kind === 'any' ? canonicalJson(value) : String(value))
}

function partOf(name: string, value: Json | undefined, shape: Shape | undefined): string {
  if (value === undefined || value === null) return ''
  if (!shape) throw new Error(`The schema has no part ${name}`)
  return element(name, contentOf(value, shape))
}

const entryOf = (key: string, value: Json | undefined, shape: Shape): string =>
  value === undefined || value === null
    ? ''
    : element('entry', element('key', escapeXml(key)) + element('value', contentOf(value, shape)))

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

// What XML 1.0 §2.2 has no character for.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be found
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** A text within an element or an attribute. A carriage return is written as a reference: readers take it for a line feed else (XML 1.0 §2.11). */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '\uFFFD')
    .replace(/[&<>"\r]/g, (sign) => signs[sign] ?? sign)
