import type { ComponentChildren } from 'preact'
import { Button } from '../../../ui/form/button.tsx'
import { FactList } from '../../../ui/form/known-facts.tsx'
import { QuestionFrame } from '../../../ui/form/question-frame.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/list/notice.tsx'
import { partId, questionAction } from '../../names.ts'
import { type AnswerProblem, rowInWords } from '../../problem.ts'
import type { FieldProps } from '../../question-type.ts'
import type { SummaryPair } from '../../summary-value.ts'
import { firstProblem, helpOf } from '../frame/labels.tsx'
import { rowAction } from './act.ts'
import type { RowsQuestion } from './settings.ts'
import type { TypedRows } from './typed.ts'

type RowsFrameProps = {
  readonly field: FieldProps<TypedRows, RowsQuestion>
  /** What more is to be said beside the label. */
  readonly help?: readonly string[]
  /** Whether a row on the page has the question's own id; else the button for another one has it. */
  readonly isRowFirst?: boolean
  /** How many rows can be added in all. */
  readonly most: number
  readonly sums: readonly SummaryPair[]
  readonly children: ComponentChildren
}

/** What surrounds rows: the question's words, what was just taken away, what they come to, and the button for another one. */
export function RowsFrame({ field, help = [], isRowFirst = false, most, sums, children }: RowsFrameProps) {
  const texts = useTexts()
  const { t, pick } = texts
  const { question, typed, id, problems } = field
  const { rowName } = question
  const limit = Math.min(most, question.max ?? most)
  const { removed } = typed
  const ownId = isRowFirst ? undefined : id
  return (
    <QuestionFrame
      id={partId(id, 'group')}
      label={pick(question.label)}
      {...helpOf(question, texts, ...help)}
      problem={firstProblem(question, problems.filter(isOfWhole), texts)}
      mandatory={question.mandatory}
      group
    >
      {removed ? (
        <Notice tone="info" announce>
          <p>{t('forms.rows.removed', { row: rowInWords({ number: removed.at + 1, name: rowName }, texts) })}</p>
          <RowButton question={question} what={rowAction.undo}>
            {t('forms.rows.undo')}
          </RowButton>
        </Notice>
      ) : null}
      {children}
      {sums.length > 0 ? (
        <div class="row-sums">
          <FactList facts={sums.map(({ label, value }) => ({ term: label, value }))} />
        </div>
      ) : null}
      <div class="row-add">
        {typed.rows.length < limit ? (
          <RowButton question={question} what={rowAction.add} id={ownId} variant="secondary">
            {rowName ? t('forms.rows.add-named', { name: pick(rowName) }) : t('forms.rows.add')}
          </RowButton>
        ) : (
          <p class="quiet-line" id={ownId} tabIndex={-1}>
            {t('forms.rows.most', { max: limit })}
          </p>
        )}
      </div>
    </QuestionFrame>
  )
}

const isOfWhole = ({ part }: AnswerProblem): boolean => part === undefined

type RowButtonProps = {
  readonly question: RowsQuestion
  readonly what: string
  readonly id?: string | undefined
  readonly variant?: 'secondary' | 'tertiary' | 'danger'
  /** What is read aloud instead of the words; it begins with them. */
  readonly label?: string | undefined
  readonly children: ComponentChildren
}

/** A button that changes rows; it saves what is typed, and needs no script. */
export function RowButton({ question, what, id, variant = 'tertiary', label, children }: RowButtonProps) {
  return (
    <Button variant={variant} id={id} name="action" value={questionAction(question.id, what)} label={label}>
      {children}
    </Button>
  )
}
