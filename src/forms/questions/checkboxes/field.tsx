import { CheckboxGroup } from '../../../ui/form/checkbox-group.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { labels } from '../frame/labels.tsx'
import { choices } from '../options.ts'
import type { checkboxesSettings } from './settings.ts'

/** The options as boxes to tick. */
export function CheckboxesField(props: FieldProps<readonly string[], QuestionWith<typeof checkboxesSettings>>) {
  const texts = useTexts()
  return <CheckboxGroup {...labels(props, texts)} choices={choices(props.question, texts)} values={props.typed} />
}
