import { SelectField } from '../../../ui/form/select-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { labels } from '../frame/labels.tsx'
import { choices, type Option } from '../options.ts'

type Asked = Question & { readonly options: readonly Option[] }

/** The options as a drop-down list. */
export function DropDownField(props: FieldProps<string, Asked>) {
  const texts = useTexts()
  return <SelectField {...labels(props, texts)} choices={choices(props.question, texts)} value={props.typed} />
}
