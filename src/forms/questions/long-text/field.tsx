import { TextArea } from '../../../ui/form/text-area.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { labels } from '../frame/labels.tsx'
import type { longTextSettings } from './settings.ts'

/** A box of several lines that says how much may be written. */
export function LongTextField(props: FieldProps<string, QuestionWith<typeof longTextSettings>>) {
  return <TextArea {...labels(props, useTexts())} value={props.typed} limit={props.question.maxLength} />
}
