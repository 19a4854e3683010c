import type { ComponentChildren } from 'preact'
import { useTexts } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/list/notice.tsx'
import { questionElementId, shownField } from '../../names.ts'
import type { Question } from '../../question.ts'
import { inOneLine, type SummaryValue } from '../../summary-value.ts'

type QuestionWrapperProps = {
  readonly question: Question
  readonly isShown: boolean
  /** Whether answers on the same page decide over that. */
  readonly canChange: boolean
  /** The answer that another window has saved meanwhile. */
  readonly theirs: SummaryValue | undefined
  readonly children: ComponentChildren
}

/**
 * What surrounds every field: the mark that it was on the page, an answer from another window, and why we ask. What isn't shown (yet) is
 * disabled, so that it isn't posted; the browser's script shows it, and without script it isn't there for anybody.
 */
export function QuestionWrapper({ question, isShown, canChange, theirs, children }: QuestionWrapperProps) {
  const { t, pick } = useTexts()
  const around = {
    class: 'asked',
    id: questionElementId(question.id),
    'data-question': question.id,
    'data-conflict': theirs ? '' : undefined,
  }
  const inner = (
    <>
      <input type="hidden" name={shownField} value={question.id} />
      {theirs ? <Conflict question={question} theirs={theirs} /> : null}
      {children}
      {question.why ? (
        <details class="why">
          <summary>{t('forms.why')}</summary>
          <p>{pick(question.why)}</p>
        </details>
      ) : null}
    </>
  )
  if (!canChange) return <div {...around}>{inner}</div>
  // Only a fieldset takes all of its controls out of a post; as a group it would say nothing to those who listen.
  return (
    <fieldset {...around} role="presentation" hidden={!isShown} disabled={!isShown}>
      {inner}
    </fieldset>
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
