import type { FindQuestionType } from '../../any-question.ts'
import type { Facts } from '../../facts.ts'
import { held } from '../../json.ts'
import { partId } from '../../names.ts'
import type { AnswerProblem } from '../../problem.ts'
import type { Question } from '../../question.ts'
import { cellName, cellPart, problemsOf, typeIn } from './cell.ts'
import type { Row } from './typed.ts'

type CellFieldProps = {
  readonly find: FindQuestionType
  readonly row: Row
  readonly cell: Question
  /** Name, id and problems of the question around it. */
  readonly name: string
  readonly id: string
  readonly problems: readonly AnswerProblem[]
  readonly facts: Facts
}

/** The field of a question in a row. */
export function CellField({ find, row, cell, name, id, problems, facts }: CellFieldProps) {
  const { Field } = typeIn(find, cell)
  return (
    <Field
      question={cell}
      name={cellName(name, row.id, cell)}
      id={partId(id, cellPart(row.id, cell))}
      typed={held(row.values, cell.id)}
      problems={problemsOf(problems, row.id, cell)}
      facts={facts}
    />
  )
}
