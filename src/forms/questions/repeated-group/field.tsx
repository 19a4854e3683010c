import { ClosedRow, OpenRow, RowCards } from '../../../ui/form/row-cards.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Tag } from '../../../ui/list/tag.tsx'
import { spokenName } from '../../../ui/spoken-name.ts'
import { partId } from '../../names.ts'
import { rowInWords } from '../../problem.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { named } from '../../summary-value.ts'
import { rowAction } from '../rows/act.ts'
import { pageField, rowsField, typeIn } from '../rows/cell.ts'
import { CellField } from '../rows/cell-field.tsx'
import { cellsOfRow, type Reading } from '../rows/cells-of-row.ts'
import { cellInWords, typedSums } from '../rows/in-words.ts'
import { readRow } from '../rows/read-row.ts'
import { RowButton, RowsFrame } from '../rows/rows-frame.tsx'
import type { RowsQuestion } from '../rows/settings.ts'
import type { TypedRows } from '../rows/typed.ts'
import type { GroupParts } from './group-parts.ts'
import { MoreWrongRows } from './more-wrong-rows.tsx'
import { RowPages } from './row-pages.tsx'
import { type NumberedRow, shownRows } from './shown.ts'

type Props = FieldProps<TypedRows, RowsQuestion>

/** Makes the field of a group of rows: a page of the list, with one row open. */
export const groupField = <Asked extends RowsQuestion>({
  find,
  most,
  questionsOf,
  titleOf,
  toldOf,
}: GroupParts<Asked>) =>
  function GroupField(props: FieldProps<TypedRows, Asked>) {
    const texts = useTexts()
    const { pick, t } = texts
    const { question, typed, name, facts } = props
    const reading = { questions: questionsOf(question), facts, find, outside: question.outside }
    const { rows, page, pages, open } = shownRows(typed, question)
    return (
      <RowsFrame
        field={props}
        isRowFirst={open !== undefined && typed.rows.length === 0}
        most={most}
        sums={typedSums(typed.rows, question, { reading, texts })}
      >
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
                <Closed
                  key={row.row.id}
                  field={props}
                  reading={reading}
                  at={row}
                  title={titleOf(question)}
                  told={toldOf?.(question)}
                />
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
  const { question, typed, name, id, problems } = field
  const words = rowInWords({ number, name: question.rowName }, texts)
  const isStored = typed.rows.includes(row)
  return (
    <OpenRow
      // The first row is the question itself until it has been stored: who is to answer is led there.
      id={isStored ? partId(id, row.id) : id}
      title={words}
      fields={cellsOfRow(row, reading).map((cell) => (
        <CellField key={cell.question.id} {...{ row, cell, name, id, problems, reading }} group={question.id} />
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

type ClosedProps = RowProps & {
  /** Id of the question that names the row. */
  readonly title: string | undefined
  /** Ids of those that the row tells beside it; all, when undefined. */
  readonly told: readonly string[] | undefined
}

function Closed({ field: { question, id }, reading, at: { row, number }, title: titleId, told }: ClosedProps) {
  const texts = useTexts()
  const { t } = texts
  const words = rowInWords({ number, name: question.rowName }, texts)
  const { kind } = readRow(row, reading)
  const inWords = (cell: Question) => cellInWords(row, cell, { reading, texts })
  const titled = reading.questions.find((cell) => cell.id === titleId)
  const title = titled && inWords(titled)
  const others = reading.questions
    .filter((cell) => cell !== titled && (told?.includes(cell.id) ?? true))
    .map((cell) => ({ cell, label: texts.pick(cell.label), value: inWords(cell) }))
    .filter(({ value }) => value !== '')
    .map(({ cell, label, value }) => (saysItself(cell, reading) ? value : named({ label, value })))
  return (
    <ClosedRow
      id={partId(id, row.id)}
      title={title ? t('forms.rows.titled', { row: words, title }) : words}
      meta={kind === 'blank' ? t('forms.rows.blank') : others.join(' · ')}
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

/** A place or a day is understood among others; a number, or "Ja", says nothing without its label. */
function saysItself(cell: Question, { find }: Reading): boolean {
  const kind = typeIn(find, cell).rule?.type(cell).kind
  return kind !== 'number' && kind !== 'boolean'
}

type RemoveButtonProps = {
  readonly question: RowsQuestion
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
