import type { ChangedLine } from '../../forms/compare.ts'
import type { SummaryValue } from '../../forms/summary-value.ts'
import { type FileHref, SummaryValueView } from '../../forms/summary-value-view.tsx'
import { Diff } from '../../ui/case/diff.tsx'
import { useTexts } from '../../ui/frame.ts'

type ChangesViewProps = { readonly changes: readonly ChangedLine[]; readonly fileHref: FileHref }

/** What changed from one submission to the next, for both sides of the counter alike (A2.3). */
export function ChangesView({ changes, fileHref }: ChangesViewProps) {
  const { t } = useTexts()
  if (changes.length === 0) return <p>{t('cases.changes.none')}</p>
  const shown = (value: SummaryValue) =>
    value.kind === 'nothing' ? undefined : <SummaryValueView value={value} fileHref={fileHref} />
  return (
    <Diff
      rows={changes.map(({ label, before, after }) => ({ term: label, before: shown(before), after: shown(after) }))}
    />
  )
}
