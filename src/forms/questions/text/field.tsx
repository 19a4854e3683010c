import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { helpOf, labels } from '../frame/labels.tsx'
import { readAs } from '../identity/read-as.ts'
import { formats } from './formats.ts'
import type { textSettings } from './settings.ts'

/** A box of one line, about as wide as the answer is expected to be. */
export function TextQuestionField(props: FieldProps<string, QuestionWith<typeof textSettings>>) {
  const { format, maxLength } = props.question
  const width = maxLength <= 10 ? 's' : maxLength <= 40 ? 'm' : 'full'
  const box = format === 'none' ? ({ width } as const) : formats[format].box
  const texts = useTexts()
  const understood = format === 'identity-number' ? readAs(props.typed, props.facts.today, texts) : []
  return (
    <TextField
      {...labels(props, texts)}
      {...helpOf(props.question, texts, ...understood)}
      value={props.typed}
      {...box}
    />
  )
}
