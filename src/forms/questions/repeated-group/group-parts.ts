import type { FindQuestionType } from '../../any-question.ts'
import type { Facts } from '../../facts.ts'
import type { Question } from '../../question.ts'
import { rowsParts } from '../rows/parts.ts'
import type { RowsQuestion } from '../rows/settings.ts'
import type { TypedRows } from '../rows/typed.ts'
import { groupField } from './field.tsx'
import { openWrongRow, tellOneRow } from './tell.ts'

/** What groups of rows differ in. */
export type GroupParts<Asked> = {
  readonly find: FindQuestionType
  readonly most: number
  /** The questions of a row: the same list each time for the same question, since what is read of a row is kept by it. */
  readonly questionsOf: (question: Asked) => readonly Question[]
  /** Id of the question that names a row in the list. */
  readonly titleOf: (question: Asked) => string | undefined
  /** Ids of those that a closed row tells beside its title; all, when missing. */
  readonly toldOf?: (question: Asked) => readonly string[] | undefined
}

/** The problems of groups themselves, beside those of the questions in their rows. */
export const groupProblems = [
  'forms.problem.too-few-rows',
  'forms.problem.too-many-rows',
  'forms.problem.more-rows',
] as const

/**
 * What groups of rows have in common: the page shows a list of them, twenty at a time, and one row open. So a page costs the same however
 * many rows there are, but where the whole form is validated.
 */
export const groupParts = <Asked extends RowsQuestion>(parts: GroupParts<Asked>) => ({
  ...rowsParts<Asked>({ ...parts, setting: 'questions', oneOpen: true, tell: tellOneRow }),
  reveal: (typed: TypedRows, question: Asked, facts: Facts) =>
    openWrongRow(typed, { questions: parts.questionsOf(question), facts, find: parts.find, outside: question.outside }),
  Field: groupField(parts),
})
