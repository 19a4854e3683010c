import { canonicalJson } from './canonical-json.ts'
import type { SummaryGroup, SummaryLine } from './summary.ts'
import type { SummaryRow, SummaryRows, SummaryValue } from './summary-value.ts'

/** A line that was changed between two submissions of a case; `nothing` where one of them has no such answer. */
export type ChangedLine = {
  readonly questionId: string
  readonly label: string
  readonly before: SummaryValue
  readonly after: SummaryValue
}

/** What changed between two summaries ("vad som ändrades"): in the order of the later one, then what it no longer has. */
export function compareSummaries(
  before: readonly SummaryGroup[],
  after: readonly SummaryGroup[],
): readonly ChangedLine[] {
  const old = linesById(before)
  const current = linesById(after)
  const removed = [...old.values()].filter((line) => !current.has(line.questionId))
  return [
    ...[...current.values()].map((line) => change(line, old.get(line.questionId)?.value ?? nothing, line.value)),
    ...removed.map((line) => change(line, line.value, nothing)),
  ]
    .filter((line) => comparedText(line.before) !== comparedText(line.after))
    .map(changedRowsOnly)
}

const nothing: SummaryValue = { kind: 'nothing' }

const linesById = (groups: readonly SummaryGroup[]): ReadonlyMap<string, SummaryLine> =>
  new Map(groups.flatMap((group) => group.lines).map((line) => [line.questionId, line]))

const change = (line: SummaryLine, before: SummaryValue, after: SummaryValue): ChangedLine => ({
  questionId: line.questionId,
  label: line.label,
  before,
  after,
})

/** A value as one text, without the note on where it comes from and the names that tell where rows stand. */
function comparedText(value: SummaryValue): string {
  if (value.kind === 'pairs') return canonicalJson({ kind: value.kind, pairs: value.pairs })
  if (value.kind === 'rows')
    return canonicalJson({ columns: value.columns, rows: value.rows.map(({ cells }) => cells) })
  return canonicalJson(value)
}

/** Of hundreds of rows those that were changed, by their names; a row that only stands elsewhere now is not. */
function changedRowsOnly(line: ChangedLine): ChangedLine {
  const { before, after } = line
  if (before.kind !== 'rows' || after.kind !== 'rows') return line
  return {
    ...line,
    before: { ...before, rows: rowsNotIn(after, before.rows) },
    after: { ...after, rows: rowsNotIn(before, after.rows) },
  }
}

/** The rows that others have no equal of; each equal counts once. */
function rowsNotIn({ rows: others }: SummaryRows, rows: readonly SummaryRow[]): readonly SummaryRow[] {
  const left = new Map<string, number>()
  for (const { cells } of others) left.set(canonicalJson(cells), (left.get(canonicalJson(cells)) ?? 0) + 1)
  return rows.filter(({ cells }) => {
    const text = canonicalJson(cells)
    const equals = left.get(text) ?? 0
    left.set(text, equals - 1)
    return equals <= 0
  })
}
