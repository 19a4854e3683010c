import { canonicalJson } from '../canonical-json.ts'
import { questionsOf } from '../definition.ts'
import { held, type Json } from '../json.ts'
import { exportedValue } from './json.ts'
import { jsonSchema } from './json-schema.ts'
import type { ExportedVersion, SentForm } from './sent-form.ts'
import { type Shape, shapeFrom } from './shape.ts'

/** A column: where its value stands. What tells of the submission has a capital letter in its name, which no question's id has. */
type Column = {
  readonly name: string
  readonly path: readonly string[]
  /** The parts of its value have columns of their own. */
  readonly isPlain?: boolean
}

const ofSubmission: readonly Column[] = [
  { name: 'caseNumber', path: ['caseNumber'] },
  { name: 'caseSequence', path: ['sequence'] },
  { name: 'receivedAt', path: ['receivedAt'] },
  { name: 'serviceName', path: ['service'] },
  { name: 'serviceVersion', path: ['version'] },
]

/**
 * A submission as CSV (RFC 4180): a header and a row, in UTF-8 with the mark that Excel knows it by. The columns are the same for all
 * submissions of a version, so that rows can be put below each other. Rows and lists of parts are JSON in one cell, lists of words are apart by
 * semicolons, and decimals have a point, as in JSON and XML. Sensitive answers have no column: they never stand in lists.
 */
export function toCsv(sent: SentForm): string {
  const value = exportedValue(sent)
  const columns = columnsOf(sent)
  const row = columns.map(({ path, isPlain }) => {
    const found = path.reduce<Json | undefined>(within, value)
    return isPlain && typeof found === 'object' ? '' : cellOf(found)
  })
  return `\uFEFF${[columns.map(({ name }) => quoted(name)), row].map((cells) => `${cells.join(',')}\r\n`).join('')}`
}

function columnsOf(version: ExportedVersion): readonly Column[] {
  const shape = shapeFrom(jsonSchema(version))
  const answers = shape.kind === 'parts' ? shape.parts.find(({ name }) => name === 'answers')?.shape : undefined
  const sensitive = new Set(questionsOf(version.form).flatMap((question) => (question.sensitive ? [question.id] : [])))
  const questions = answers?.kind === 'parts' ? answers.parts.filter(({ name }) => !sensitive.has(name)) : []
  return [...ofSubmission, ...questions.flatMap(({ name, shape }) => columnsIn(shape, [name]))]
}

function columnsIn(shape: Shape, path: readonly string[]): readonly Column[] {
  const own: Column = { name: path.join('.'), path: ['answers', ...path] }
  if (shape.kind !== 'parts' && shape.kind !== 'either') return [own]
  const parts = shape.parts.flatMap(({ name, shape: inner }) => columnsIn(inner, [...path, name]))
  return shape.kind === 'either' ? [{ ...own, isPlain: true }, ...parts] : parts
}

const within = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === 'object' && value !== null && !isList(value) ? held(value, name) : undefined

function cellOf(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  // A number of ours is no formula, though it may begin with a minus.
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(harmless(value))
  if (isList(value) && value.every((item) => typeof item !== 'object')) return quoted(harmless(value.join('; ')))
  return quoted(canonicalJson(value))
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** How a text begins that a spreadsheet would take for a formula, also after spaces and in wide signs (OWASP, CSV injection). */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

/** A text that a spreadsheet shows and never runs: an apostrophe before it makes it text. */
const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text)

const quoted = (text: string): string => {
  const clean = text.replaceAll('\u0000', '\uFFFD').toWellFormed()
  return /[",\r\n;]/.test(clean) ? `"${clean.replaceAll('"', '""')}"` : clean
}
