import { ClosedRow, OpenRow, RowCards } from '../../../ui/form/row-cards.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Tag } from '../../../ui/list/tag.tsx'
import { spokenName } from '../../../ui/spoken-name.ts'
import type { FindQuestionType } from '../../any-question.ts'
import { partId } from '../../names.ts'
import { rowInWords } from '../../problem.ts'
import type { FieldProps } from '../../question-type.ts'
import { rowAction } from '../rows/act.ts'
import { pageField, rowsField } from '../rows/cell.ts'
import { CellField } from '../rows/cell-field.tsx'
import { cellInWords, typedSums } from '../rows/in-words.ts'
import { type Reading, readRow } from '../rows/read-row.ts'
import { RowButton, RowsFrame } from '../rows/rows-frame.tsx'
import type { TypedRows } from '../rows/typed.ts'
import { MoreWrongRows } from './more-wrong-rows.tsx'
import { RowPages } from './row-pages.tsx'
import { type GroupQuestion, mostGroupRows } from './settings.ts'
import { type NumberedRow, shownRows } from './shown.ts'

type Props = FieldProps<TypedRows, GroupQuestion>

/** Makes the field of a repeated group: a page of the list, with one row open. */
export const groupField = (find: FindQuestionType) =>
  function RepeatedGroupField(props: Props) {
    const texts = useTexts()
    const { pick, t } = texts
    const { question, typed, name, facts } = props
    const reading = { questions: question.questions, facts, find }
    const { rows, page, pages, open } = shownRows(typed, question)
    return (
      <RowsFrame field={props} most={mostGroupRows} sums={typedSums(typed.rows, question, { reading, texts })}>
        {open === undefined ? null : <input type="hidden" name={rowsField(name)} value={open} />}
        {page > 1 ? <input type="hidden" name={pageField(name)} value={page} /> : null}
        <MoreWrongRows field={props} reading={reading} open={open} />
        {rows.length === 0 ? <p class="quiet-line row-none">{t('forms.rows.none')}</p> : null}
        {rows.length > 0 ? (
          <RowCards label={pick(question.label)}>
            {rows.map((row) =>
              row.row.id === open ? (
                <Open key={row.row.id} field={props} reading={reading} at={row} />
              ) : (
                <Closed key={row.row.id} field={props} reading={reading} at={row} />
              ),
            )}
          </RowCards>
        ) : null}
        <RowPages question={question} page={page} pages={pages} count={typed.rows.length} />
      </RowsFrame>
    )
  }

type RowProps = { readonly field: Props; readonly reading: Reading; readonly at: NumberedRow }

function Open({ field, reading, at: { row, number } }: RowProps) {
  const texts = useTexts()
  const { question, typed, name, id, problems, facts } = field
  const words = rowInWords({ number, name: question.rowName }, texts)
  const isStored = typed.rows.includes(row)
  return (
    <OpenRow
      id={partId(id, row.id)}
      title={words}
      fields={reading.questions.map((cell) => (
        <CellField key={cell.id} {...{ row, cell, name, id, problems, facts }} find={reading.find} />
      ))}
      actions={
        <>
          <RowButton
            question={question}
            what={rowAction.close}
            variant="secondary"
            label={spokenName(texts.t('forms.rows.done'), words)}
          >
            {texts.t('forms.rows.done')}
          </RowButton>
          {isStored ? <RemoveButton question={question} row={row.id} words={words} variant="danger" /> : null}
        </>
      }
    />
  )
}

function Closed({ field: { question, id }, reading, at: { row, number } }: RowProps) {
  const texts = useTexts()
  const { t } = texts
  const words = rowInWords({ number, name: question.rowName }, texts)
  const { kind } = readRow(row, reading)
  const inWords = (cell: GroupQuestion['questions'][number]) => cellInWords(row, cell, { reading, texts })
  const titled = reading.questions.find((cell) => cell.id === question.title)
  const title = titled && inWords(titled)
  const others = reading.questions.filter((cell) => cell !== titled).map(inWords)
  return (
    <ClosedRow
      id={partId(id, row.id)}
      title={title ? t('forms.rows.titled', { row: words, title }) : words}
      meta={kind === 'blank' ? t('forms.rows.blank') : others.filter((value) => value !== '').join(' · ')}
      tag={kind === 'problems' ? <Tag tone="wait">{t('forms.rows.incomplete')}</Tag> : null}
      actions={
        <>
          <RowButton
            question={question}
            what={rowAction.open(row.id)}
            label={spokenName(t('ui.actions.change'), words)}
          >
            {t('ui.actions.change')}
          </RowButton>
          <RemoveButton question={question} row={row.id} words={words} variant="tertiary" />
        </>
      }
    />
  )
}

type RemoveButtonProps = {
  readonly question: GroupQuestion
  readonly row: string
  readonly words: string
  readonly variant: 'danger' | 'tertiary'
}

function RemoveButton({ question, row, words, variant }: RemoveButtonProps) {
  const { t, pick } = useTexts()
  const remove = question.rowName
    ? t('forms.rows.remove-named', { name: pick(question.rowName) })
    : t('forms.rows.remove')
  return (
    <RowButton question={question} what={rowAction.remove(row)} variant={variant} label={spokenName(remove, words)}>
      {remove}
    </RowButton>
  )
}
