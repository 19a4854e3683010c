import { canonicalJson } from './export.ts'
import type { SummaryGroup, SummaryLine } from './summary.ts'
import type { SummaryValue } from './summary-value.ts'

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
  ].filter((line) => comparedText(line.before) !== comparedText(line.after))
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

/** A value as one text, without the note on where it comes from. */
const comparedText = (value: SummaryValue): string =>
  canonicalJson(value.kind === 'pairs' ? { kind: value.kind, pairs: value.pairs } : value)
