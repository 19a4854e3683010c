import { RadioGroup } from '../../../ui/form/radio-group.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { labels } from '../frame/labels.tsx'

/** Two radio buttons side by side. */
export function YesNoField(props: FieldProps<string, Question>) {
  const texts = useTexts()
  const choices = [
    { value: 'yes', label: texts.t('forms.yes') },
    { value: 'no', label: texts.t('forms.no') },
  ]
  return <RadioGroup {...labels(props, texts)} choices={choices} value={props.typed} inline />
}
