import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { labels } from '../frame/labels.tsx'
import type { textSettings } from './settings.ts'

const boxes = {
  none: {},
  email: { type: 'email', inputmode: 'email' },
  phone: { type: 'tel', inputmode: 'tel' },
  'postal-code': { inputmode: 'numeric' },
} as const

/** A box of one line, about as wide as the answer is expected to be. */
export function TextQuestionField(props: FieldProps<string, QuestionWith<typeof textSettings>>) {
  const { format, maxLength } = props.question
  const width = format === 'postal-code' || maxLength <= 10 ? 's' : maxLength <= 40 || format === 'phone' ? 'm' : 'full'
  return <TextField {...labels(props, useTexts())} value={props.typed} width={width} {...boxes[format]} />
}
