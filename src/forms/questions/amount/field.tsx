import { TextField } from '../../../ui/form/text-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { labels } from '../frame/labels.tsx'
import type { amountSettings } from './settings.ts'

/** A box for a sum, with its currency beside it. */
export function AmountField(props: FieldProps<string, QuestionWith<typeof amountSettings>>) {
  const texts = useTexts()
  return (
    <TextField
      {...labels(props, texts)}
      value={props.typed}
      inputmode={props.question.ore ? 'decimal' : 'numeric'}
      width="s"
      suffix={texts.t('forms.amount.unit')}
    />
  )
}
