import { CheckboxGroup } from '../../../ui/form/checkbox-group.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { choicesOf, labelsOfOptions } from '../frame/choices.tsx'
import type { checkboxesSettings } from './settings.ts'
import { partsOf, type TypedOptions } from './typed.ts'

/** The options as boxes to tick; the one that excludes the others stands last. */
export function CheckboxesField(props: FieldProps<TypedOptions, QuestionWith<typeof checkboxesSettings>>) {
  const texts = useTexts()
  const { options, other } = partsOf(props.typed, props.question)
  const isAlone = ({ value }: { readonly value: string }) => value === props.question.exclusive
  const all = choicesOf(props, other, texts)
  const alone = all.filter(isAlone).map((choice) => ({ ...choice, alone: true }))
  const choices = [...all.filter((choice) => !isAlone(choice)), ...alone]
  return <CheckboxGroup {...labelsOfOptions(props, texts)} choices={choices} values={options} />
}
