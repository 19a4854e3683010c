import type { RuleValue, ValueType } from '../../rules/value.ts'
import { typeIn } from './cell.ts'
import { askedInRow, cellsSeen, type Reading, ruledIn } from './cells-of-row.ts'
import { isBlankRow } from './read-row.ts'
import type { TypedRows } from './typed.ts'

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
  if (filled.length === 0) return null
  const ruled = ruledIn(reading.questions, reading)
  return filled.map((row) =>
    cellsSeen(row, reading.outside ? ruledIn(askedInRow(row, reading), reading) : ruled, reading),
  )
}
