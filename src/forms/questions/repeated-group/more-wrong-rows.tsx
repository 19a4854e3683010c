import { useTexts } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/list/notice.tsx'
import { partId } from '../../names.ts'
import { problemText, rowInWords } from '../../problem.ts'
import type { FieldProps } from '../../question-type.ts'
import { rowAction } from '../rows/act.ts'
import type { Reading } from '../rows/cells-of-row.ts'
import { readRow } from '../rows/read-row.ts'
import { RowButton } from '../rows/rows-frame.tsx'
import type { RowsQuestion } from '../rows/settings.ts'
import type { TypedRows } from '../rows/typed.ts'
import { morePart, numbersTold } from './tell.ts'

type MoreWrongRowsProps = {
  readonly field: FieldProps<TypedRows, RowsQuestion>
  readonly reading: Reading
  readonly open: string | undefined
}

/** Buttons that open the rows that must be mended, too, when the page tells so. */
export function MoreWrongRows({ field: { question, typed, id, problems }, reading, open }: MoreWrongRowsProps) {
  const texts = useTexts()
  const told = problems.find(({ part }) => part === morePart)
  if (!told) return null
  const wrong = typed.rows
    .map((row, index) => ({ row, number: index + 1 }))
    .filter(({ row }) => row.id !== open && readRow(row, reading).kind === 'problems')
    .slice(0, numbersTold)
  return (
    <Notice tone="warning">
      <p>{texts.t('ui.form.problem', { problem: problemText(question, told, texts) })}</p>
      {wrong.map(({ row, number }, index) => (
        <RowButton
          key={row.id}
          question={question}
          what={rowAction.open(row.id)}
          id={partId(id, index === 0 ? morePart : `${morePart}-${number}`)}
        >
          {rowInWords({ number, name: question.rowName }, texts)}
        </RowButton>
      ))}
    </Notice>
  )
}
