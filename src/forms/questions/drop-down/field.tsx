import { SelectField } from '../../../ui/form/select-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { choicesOf, labelsOfOptions } from '../frame/choices.tsx'
import { partsOf, type TypedOption } from '../one-option.ts'
import type { WithOther } from '../other-option.ts'

/** The options as a drop-down list. */
export function DropDownField(props: FieldProps<TypedOption, Question & WithOther>) {
  const texts = useTexts()
  const { option, other } = partsOf(props.typed, props.question)
  return <SelectField {...labelsOfOptions(props, texts)} choices={choicesOf(props, other, texts)} value={option} />
}
