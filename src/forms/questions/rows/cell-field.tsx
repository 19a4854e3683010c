import { held } from '../../json.ts'
import { partId, questionElementId } from '../../names.ts'
import type { AnswerProblem } from '../../problem.ts'
import { cellName, cellPart, problemsOf, shownCell, shownCellsField, typeIn } from './cell.ts'
import type { CellOfRow, Reading } from './cells-of-row.ts'
import type { Row } from './typed.ts'

type CellFieldProps = {
  readonly row: Row
  readonly cell: CellOfRow
  readonly reading: Reading
  /** Id of the question around it, its field's name and element, and its problems. */
  readonly group: string
  readonly name: string
  readonly id: string
  readonly problems: readonly AnswerProblem[]
}

/** The field of a question in a row. Where rules decide over it, the browser's script finds it as it finds a question of the form. */
export function CellField({ row, cell: { question, isShown }, reading, group, name, id, problems }: CellFieldProps) {
  const { Field } = typeIn(reading.find, question)
  const field = (
    <Field
      question={question}
      name={cellName(name, row.id, question)}
      id={partId(id, cellPart(row.id, question))}
      typed={held(row.values, question.id)}
      problems={problemsOf(problems, row.id, question)}
      facts={reading.facts}
    />
  )
  if (reading.outside === undefined) return field
  const called = `${group}.${shownCell(row.id, question)}`
  const around = { class: 'asked', id: questionElementId(called), 'data-question': called }
  if (question.when === undefined) return <div {...around}>{field}</div>
  // A fieldset, as around a question of the form (`QuestionWrapper`): what is hidden isn't posted.
  return (
    <fieldset {...around} role="presentation" hidden={!isShown} disabled={!isShown}>
      <input type="hidden" name={shownCellsField(name)} value={shownCell(row.id, question)} />
      {field}
    </fieldset>
  )
}
