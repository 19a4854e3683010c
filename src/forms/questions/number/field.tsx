import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { labels } from '../frame/labels.tsx'
import type { numberSettings } from './settings.ts'

/** A box for a number. Plain text, since number inputs of browsers lose what they don't understand. */
export function NumberField(props: FieldProps<string, QuestionWith<typeof numberSettings>>) {
  const texts = useTexts()
  const { unit, decimals } = props.question
  return (
    <TextField
      {...labels(props, texts)}
      value={props.typed}
      inputmode={decimals > 0 ? 'decimal' : 'numeric'}
      width="s"
      suffix={unit && texts.pick(unit)}
    />
  )
}
