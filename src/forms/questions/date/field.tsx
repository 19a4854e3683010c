import { DateField, type TypedDate } from '../../../ui/form/date-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { labels } from '../frame/labels.tsx'
import { datePartsName } from './typed-date.ts'

/** Three boxes: day, month, year. */
export function DateQuestionField(props: FieldProps<TypedDate, Question>) {
  const [problem] = props.problems
  return (
    <DateField
      {...labels(props, useTexts())}
      name={datePartsName(props.name)}
      value={props.typed}
      wrong={problem?.part === 'month' || problem?.part === 'year' ? [problem.part] : undefined}
    />
  )
}
