import { RowTable } from '../../../ui/form/row-table.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { spokenName } from '../../../ui/spoken-name.ts'
import type { FindQuestionType } from '../../any-question.ts'
import { partId } from '../../names.ts'
import { rowInWords } from '../../problem.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { rowAction } from '../rows/act.ts'
import { rowsField } from '../rows/cell.ts'
import { CellField } from '../rows/cell-field.tsx'
import { cellsOfRow } from '../rows/cells-of-row.ts'
import { typedSums } from '../rows/in-words.ts'
import { RowButton, RowsFrame } from '../rows/rows-frame.tsx'
import { type Row, rowIdOf, type TypedRows } from '../rows/typed.ts'
import { mostTableRows, type TableQuestion } from './settings.ts'

type Props = FieldProps<TypedRows, TableQuestion>

/** Makes the field of a table: all rows at once, and at least as many as must be filled in. */
export const tableField = (find: FindQuestionType) =>
  function TableField(props: Props) {
    const texts = useTexts()
    const { pick, t } = texts
    const { question, typed, name, id, problems, facts } = props
    const { columns, rowName, outside } = question
    const reading = { questions: columns, facts, find, outside }
    const stored = new Set(typed.rows.map((row) => row.id))
    const remove = rowName ? t('forms.rows.remove-named', { name: pick(rowName) }) : t('forms.rows.remove')
    const rows = shownRows(typed, question)
    return (
      <RowsFrame
        field={props}
        help={columns.flatMap(({ label, help }) => (help ? [`${pick(label)}: ${pick(help)}`] : []))}
        most={mostTableRows}
        sums={typedSums(typed.rows, question, { reading, texts })}
      >
        {rows.map((row) => (
          <input key={row.id} type="hidden" name={rowsField(name)} value={row.id} />
        ))}
        <RowTable
          caption={pick(question.label)}
          columns={columns.map(({ label, mandatory }) => ({ label: pick(label), mandatory: mandatory === true }))}
          asCards={outside !== undefined}
          rows={rows.map((row, index) => {
            const rowWords = rowInWords({ number: index + 1, name: rowName }, texts)
            return {
              id: partId(id, row.id),
              name: rowWords,
              fields: cellsOfRow(row, reading).map((cell) => (
                <CellField
                  key={cell.question.id}
                  {...{ row, name, id, problems, reading }}
                  group={question.id}
                  cell={{ ...cell, question: withoutHelp(cell.question) }}
                />
              )),
              removal: stored.has(row.id) ? (
                <RowButton question={question} what={rowAction.remove(row.id)} label={spokenName(remove, rowWords)}>
                  {remove}
                </RowButton>
              ) : null,
            }
          })}
        />
      </RowsFrame>
    )
  }

/** The typed rows, and empty ones after them until as many are shown as must be filled in. */
function shownRows({ rows, made }: TypedRows, { min = 1 }: TableQuestion): readonly Row[] {
  const missing = Math.max(0, min - rows.length)
  return [...rows, ...Array.from({ length: missing }, (_, index) => ({ id: rowIdOf(made + index + 1), values: {} }))]
}

/** A column's help is said once, over the table. */
function withoutHelp({ help: _help, ...cell }: Question): Question {
  return cell
}
