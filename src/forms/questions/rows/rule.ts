import { held } from '../../json.ts'
import type { RuleParts, RuleValue, ValueType } from '../../rules/value.ts'
import { typeIn } from './cell.ts'
import { isBlankRow, type Reading } from './read-row.ts'
import type { Row, TypedRows } from './typed.ts'

/** What rules see of rows: for each the cells of those types that can be asked for. */
export const rowsType = ({ questions, find }: Pick<Reading, 'questions' | 'find'>): ValueType => ({
  kind: 'rows',
  parts: Object.fromEntries(
    questions.flatMap((question): readonly (readonly [string, ValueType])[] => {
      const { rule } = typeIn(find, question)
      return rule ? [[question.id, rule.type(question)]] : []
    }),
  ),
})

/** The rows in which something is filled in, no value when there are none; a cell that is wrong has no value, and the others have theirs. */
export function rowsSeen({ rows }: TypedRows, reading: Reading): RuleValue {
  const filled = rows.filter((row) => !isBlankRow(row, reading))
  return filled.length === 0 ? null : filled.map((row) => cellsSeen(row, reading))
}

/** Each cell is read when a rule asks for it: most rules ask for one of many. */
function cellsSeen(row: Row, { questions, facts, find }: Reading): RuleParts {
  const cells: RuleParts = {}
  for (const question of questions) {
    const { rule } = typeIn(find, question)
    if (!rule) continue
    Object.defineProperty(cells, question.id, {
      enumerable: true,
      get: () => rule.value(held(row.values, question.id), question, facts),
    })
  }
  return cells
}
