import type { Facts } from '../../facts.ts'
import { held, type Json, type JsonObject } from '../../json.ts'
import type { AnswerProblem } from '../../problem.ts'
import type { Question } from '../../question.ts'
import { nothing, type Parsed } from '../../question-type.ts'
import { cellPart, typeIn } from './cell.ts'
import { askedInRow, type Reading } from './cells-of-row.ts'
import type { Row } from './typed.ts'

/** What a row says: nothing at all, its answers by question, or what is wrong in it. */
export type ReadRow =
  | { readonly kind: 'blank' }
  | { readonly kind: 'answer'; readonly answer: JsonObject }
  | { readonly kind: 'problems'; readonly problems: readonly AnswerProblem[] }

type Known = { readonly questions: readonly Question[]; readonly facts: Facts; readonly read: ReadRow }

const known = new WeakMap<Row, Known>()

/** Whether nothing is filled in in a row. A box with something to see in it spares reading the others. */
export const isBlankRow = (row: Row, reading: Reading): boolean =>
  !(reading.outside === undefined && holdsText(row)) && readRow(row, reading).kind === 'blank'

/** Of a row whose cells are always asked; else the text may stand in one that isn't. */
const holdsText = ({ values }: Row): boolean =>
  Object.values(values).some((typed) => typeof typed === 'string' && /[^\s\p{Cc}]/u.test(typed))

/** Reads a row; once, however often it is asked for while a page is made. */
export function readRow(row: Row, reading: Reading): ReadRow {
  const before = known.get(row)
  if (before && before.questions === reading.questions && before.facts === reading.facts) return before.read
  const read = readNow(row, reading)
  known.set(row, { questions: reading.questions, facts: reading.facts, read })
  return read
}

/** What stands in one cell, by the question of the form; nothing in one that isn't asked in this row. */
export function readCell(row: Row, { id }: Question, reading: Reading): Parsed<Json> {
  const question = askedInRow(row, reading).find((asked) => asked.id === id)
  return question ? readAsked(row, question, reading) : nothing
}

const readAsked = (row: Row, question: Question, { facts, find }: Reading): Parsed<Json> =>
  typeIn(find, question).parse(held(row.values, question.id), question, facts)

function readNow(row: Row, reading: Reading): ReadRow {
  const cells = askedInRow(row, reading).map((question) => ({ question, parsed: readAsked(row, question, reading) }))
  // What is calculated stands in every row, and makes none of them filled in.
  const isLeft = (id: string): boolean => (held(row.values, id) ?? null) === null
  if (cells.every(({ question, parsed }) => parsed.kind === 'nothing' || isLeft(question.id))) return { kind: 'blank' }
  const problems = cells.flatMap(({ question, parsed }) => cellProblems(row, question, parsed, reading))
  if (problems.length > 0) return { kind: 'problems', problems }
  const answers = cells.flatMap(({ question, parsed }): readonly (readonly [string, Json])[] =>
    parsed.kind === 'answer' ? [[question.id, parsed.answer]] : [],
  )
  return { kind: 'answer', answer: Object.fromEntries(answers) }
}

/** What is wrong in a cell, as a problem of the question around it, in the words of the cell's own type and with its label. */
function cellProblems(row: Row, question: Question, parsed: Parsed<Json>, { find }: Reading): readonly AnswerProblem[] {
  if (parsed.kind === 'answer' || (parsed.kind === 'nothing' && !question.mandatory)) return []
  const part = cellPart(row.id, question)
  const label = { text: question.label }
  if (parsed.kind === 'problems') {
    return parsed.problems.map((problem) => ({
      ...problem,
      part: problem.part === undefined ? part : `${part}-${problem.part}`,
      values: { label, ...problem.values },
    }))
  }
  const { missing } = typeIn(find, question)
  return missing === undefined ? [] : [{ part, key: missing, values: { label } }]
}
