import type { FindQuestionType } from '../../any-question.ts'
import type { Facts } from '../../facts.ts'
import { held } from '../../json.ts'
import type { Question } from '../../question.ts'
import { resolveSettings } from '../../resolve-settings.ts'
import { holds } from '../../rules/evaluate.ts'
import { rowScope } from '../../rules/expression.ts'
import { lazyParts } from '../../rules/lazy-parts.ts'
import type { RuleParts } from '../../rules/value.ts'
import { typeIn } from './cell.ts'
import type { Row } from './typed.ts'

/** How rows are read. */
export type Reading = {
  readonly questions: readonly Question[]
  readonly facts: Facts
  readonly find: FindQuestionType
  /** What the rules of each row see beside it; undefined when no row has rules of its own. */
  readonly outside?: RuleParts | undefined
}

/** A question in a row: its rules replaced by what they give there, and whether it is shown. */
export type CellOfRow = { readonly question: Question; readonly isShown: boolean }

type Known = Pick<Reading, 'questions' | 'facts'> & { readonly cells: readonly CellOfRow[] }

const known = new WeakMap<Row, Known>()

/** Every question of a row, as the row's own rules make it; worked out once while a page is made. */
export function cellsOfRow(row: Row, reading: Reading): readonly CellOfRow[] {
  const { questions, facts, outside } = reading
  if (!outside) return questions.map((question) => ({ question, isShown: true }))
  const before = known.get(row)
  if (before && before.questions === questions && before.facts === facts) return before.cells
  // Grows with the row: a rule asks for earlier cells alone.
  const shown = new Map<string, Question>()
  const data = { ...outside, [rowScope]: cellsSeen(row, shown, reading) }
  const cells = questions.map((asked): CellOfRow => {
    const question = resolveSettings(asked, typeIn(reading.find, asked), data)
    const isShown = asked.when === undefined || holds(asked.when, data)
    if (isShown) shown.set(question.id, question)
    return { question, isShown }
  })
  known.set(row, { questions, facts, cells })
  return cells
}

/** The questions that are asked in a row. */
export const askedInRow = (row: Row, reading: Reading): readonly Question[] =>
  reading.outside
    ? cellsOfRow(row, reading).flatMap(({ question, isShown }) => (isShown ? [question] : []))
    : reading.questions

/** Those of some questions that rules can ask for, by their ids. */
export const ruledIn = (questions: readonly Question[], { find }: Reading): ReadonlyMap<string, Question> =>
  new Map(questions.filter((question) => typeIn(find, question).rule).map((question) => [question.id, question]))

/** What rules see of a row's cells. */
export const cellsSeen = (row: Row, questions: ReadonlyMap<string, Question>, { find, facts }: Reading): RuleParts =>
  lazyParts(questions, (id) => {
    const question = questions.get(id)
    return (question && typeIn(find, question).rule?.value(held(row.values, id), question, facts)) ?? null
  })
