import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { Question } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { labels } from '../frame/labels.tsx'

/** A box for hours and minutes. Plain text, since time inputs of browsers differ and lose what they don't understand. */
export function TimeField(props: FieldProps<string, Question>) {
  return <TextField {...labels(props, useTexts())} value={props.typed} inputmode="decimal" width="xs" />
}
