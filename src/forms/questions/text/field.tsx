import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { labels } from '../frame/labels.tsx'
import { formats } from './formats.ts'
import type { textSettings } from './settings.ts'

/** A box of one line, about as wide as the answer is expected to be. */
export function TextQuestionField(props: FieldProps<string, QuestionWith<typeof textSettings>>) {
  const { format, maxLength } = props.question
  const width = maxLength <= 10 ? 's' : maxLength <= 40 ? 'm' : 'full'
  const box = format === 'none' ? ({ width } as const) : formats[format].box
  return <TextField {...labels(props, useTexts())} value={props.typed} {...box} />
}
