import { FactList } from '../../../ui/form/known-facts.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import type { calculatedSettings } from './settings.ts'
import { calculatedInWords } from './words.ts'

/** The value beside its label, or when there will be one. */
export function CalculatedField({ question, id }: FieldProps<null, QuestionWith<typeof calculatedSettings>>) {
  const texts = useTexts()
  const { value, label, help } = question
  const words = value === undefined ? undefined : calculatedInWords(value, question, texts)
  return (
    <div class="panel known" id={id}>
      <FactList facts={[{ term: texts.pick(label), value: words ?? texts.t('forms.calculated.waiting') }]} />
      {help ? <p class="quiet-line">{texts.pick(help)}</p> : null}
    </div>
  )
}
