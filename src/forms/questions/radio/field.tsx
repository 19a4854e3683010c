import { RadioGroup } from '../../../ui/form/radio-group.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { labels } from '../frame/labels.tsx'
import { choices, type Option } from '../options.ts'

type Asked = Question & { readonly options: readonly Option[] }

/** The options as radio buttons. */
export function RadioField(props: FieldProps<string, Asked>) {
  const texts = useTexts()
  return <RadioGroup {...labels(props, texts)} choices={choices(props.question, texts)} value={props.typed} />
}
