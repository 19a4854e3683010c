import { useTexts } from '../ui/frame.ts'
import type { HeadingLevel } from '../ui/list/heading.tsx'
import { SummaryList } from '../ui/list/summary-list.tsx'
import type { SummaryGroup } from './summary.ts'
import { type FileHref, SummaryValueView } from './summary-value-view.tsx'

type AnswersViewProps = {
  readonly groups: readonly SummaryGroup[]
  readonly fileHref: FileHref
  /** Where a step can be changed; absent once it has been sent. */
  readonly changeHref?: (stepId: string) => string
  readonly level?: HeadingLevel
}

/** Every question and answer, step by step: on the review page, in "Visa ärende", at the case worker's. */
export function AnswersView({ groups, fileHref, changeHref, level = 2 }: AnswersViewProps) {
  const { t } = useTexts()
  return (
    <SummaryList
      level={level}
      groups={groups.map(({ stepId, title, lines }) => ({
        heading: title,
        change: changeHref && { href: changeHref(stepId) },
        rows: lines.map(({ label, value, hiddenFromParties }) => ({
          term: label,
          note: hiddenFromParties && t('forms.hidden-from-parties'),
          value: <SummaryValueView value={value} fileHref={fileHref} />,
        })),
      }))}
    />
  )
}
