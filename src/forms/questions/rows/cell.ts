import type { FindQuestionType } from '../../any-question.ts'
import { partId } from '../../names.ts'
import type { AnswerProblem } from '../../problem.ts'
import type { Question } from '../../question.ts'
import type { AnyQuestionType } from '../../question-type.ts'

/** The name of the hidden field that says which rows were on the page. */
export const rowsField = (name: string): string => `${name}.rows`

/** The name of the hidden field that says which page of the list was shown. */
export const pageField = (name: string): string => `${name}.page`

/** The name of the hidden field that says which cells were shown, of those over which a rule decides. */
export const shownCellsField = (name: string): string => `${name}.cells`

/** What that field says of a cell. */
export const shownCell = (row: string, cell: Question): string => `${row}.${cell.id}`

/** The name under which a cell is posted. */
export const cellName = (name: string, row: string, cell: Question): string => `${name}.${row}.${cell.id}`

/** A cell as a part of the question around it. Underscores for hyphens, as in `fieldId`: no part of one cell is ever another's. */
export const cellPart = (row: string, cell: Question): string => partId(row, cell.id.replaceAll('-', '_'))

/** The problems of one cell, as its own type's field takes them: it stands beside the row's name already. */
export function problemsOf(problems: readonly AnswerProblem[], row: string, cell: Question): readonly AnswerProblem[] {
  const whole = cellPart(row, cell)
  return problems.flatMap(({ part, row: _row, ...problem }): readonly AnswerProblem[] => {
    if (part === whole) return [problem]
    return part?.startsWith(`${whole}-`) ? [{ ...problem, part: part.slice(whole.length + 1) }] : []
  })
}

/** The type of a question in a row, which its definition's schema has found before. */
export function typeIn(find: FindQuestionType, { type }: Question): AnyQuestionType {
  const found = find(type)
  if (!found) throw new Error(`No question type is called ${type}`)
  return found
}
