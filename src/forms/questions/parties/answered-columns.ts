import type { SummaryRows } from '../../summary-value.ts'

/** Rows in words without the columns in which none of them has any: what other parties don't read doesn't stand there as if it hadn't been answered. */
export function answeredColumns(rows: SummaryRows): SummaryRows {
  const isAnswered = rows.columns.map((_column, at) => rows.rows.some(({ cells }) => cells[at]))
  const kept = (values: readonly string[]) => values.filter((_value, at) => isAnswered[at])
  return { ...rows, columns: kept(rows.columns), rows: rows.rows.map((row) => ({ ...row, cells: kept(row.cells) })) }
}
