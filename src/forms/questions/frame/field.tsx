import type { ComponentChildren } from 'preact'
import { useTexts } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/list/notice.tsx'
import { questionElementId, shownField } from '../../names.ts'
import type { Question } from '../../question.ts'
import { inOneLine, type SummaryValue } from '../../summary-value.ts'

type QuestionWrapperProps = {
  readonly question: Question
  /** The answer that another window has saved meanwhile. */
  readonly theirs: SummaryValue | undefined
  readonly children: ComponentChildren
}

/** What surrounds every field: the mark that it was on the page, an answer from another window, and why we ask. */
export function QuestionWrapper({ question, theirs, children }: QuestionWrapperProps) {
  const { t, pick } = useTexts()
  return (
    <div class="asked" id={questionElementId(question.id)} data-conflict={theirs ? '' : undefined}>
      <input type="hidden" name={shownField} value={question.id} />
      {theirs ? <Conflict question={question} theirs={theirs} /> : null}
      {children}
      {question.why ? (
        <details class="why">
          <summary>{t('forms.why')}</summary>
          <p>{pick(question.why)}</p>
        </details>
      ) : null}
    </div>
  )
}

function Conflict({ question, theirs }: { readonly question: Question; readonly theirs: SummaryValue }) {
  const { t, pick } = useTexts()
  const value = inOneLine(theirs) || t('forms.conflict.no-answer')
  return (
    <Notice tone="warning" heading={t('forms.conflict.heading')}>
      <p>{t('forms.conflict.theirs', { label: pick(question.label) })}</p>
      <blockquote>{value}</blockquote>
      <p>{t('forms.conflict.yours')}</p>
    </Notice>
  )
}
