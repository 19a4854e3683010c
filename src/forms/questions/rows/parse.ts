import type { JsonObject } from '../../json.ts'
import type { AnswerProblem } from '../../problem.ts'
import { answer, nothing, type Parsed, wrong } from '../../question-type.ts'
import type { Reading } from './cells-of-row.ts'
import { readRow } from './read-row.ts'
import type { RowsQuestion } from './settings.ts'
import type { Row, TypedRows } from './typed.ts'

/** A row with something wrong in it, and its number, from 1. */
export type WrongRow = { readonly row: Row; readonly number: number; readonly problems: readonly AnswerProblem[] }

/** Which problems of wrong rows are told: all, where all rows are on the page. */
export type Tell = (wrong: readonly WrongRow[], typed: TypedRows, question: RowsQuestion) => readonly AnswerProblem[]

/** The answers of rows, or what is wrong in them. Rows in which nothing is filled in don't count, and nobody has to take them away. */
export function parseRows(
  typed: TypedRows,
  question: RowsQuestion,
  { reading, tell }: { readonly reading: Reading; readonly tell: Tell },
): Parsed<readonly JsonObject[]> {
  const answers: JsonObject[] = []
  const wrongRows: WrongRow[] = []
  for (const [index, row] of typed.rows.entries()) {
    const read = readRow(row, reading)
    if (read.kind === 'answer') answers.push(read.answer)
    if (read.kind === 'problems') wrongRows.push({ row, number: index + 1, problems: read.problems })
  }
  const count = answers.length + wrongRows.length
  if (count === 0) return nothing
  const problems = [...tell(wrongRows, typed, question), ...countProblems(count, question)]
  return problems.length > 0 ? wrong(...problems) : answer(answers)
}

/** The problems of a row, with its number. */
export const inRow = ({ number, problems }: WrongRow, { rowName }: RowsQuestion): readonly AnswerProblem[] =>
  problems.map((problem) => ({ ...problem, row: { number, name: rowName } }))

function countProblems(count: number, { min, max }: RowsQuestion): readonly AnswerProblem[] {
  if (min !== undefined && count < min) return [{ key: 'forms.problem.too-few-rows', values: { min } }]
  if (max !== undefined && count > max) return [{ key: 'forms.problem.too-many-rows', values: { max, count } }]
  return []
}
