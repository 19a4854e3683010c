import { Checkbox } from '../../../ui/form/checkbox.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { firstProblem } from '../frame/labels.tsx'
import { Paragraphs } from '../frame/paragraphs.tsx'
import type { consentSettings } from './settings.ts'

/** One box to tick, below what it is about. */
export function ConsentField({
  question,
  name,
  id,
  typed,
  problems,
}: FieldProps<string, QuestionWith<typeof consentSettings>>) {
  const texts = useTexts()
  const { text, label, help, mandatory } = question
  return (
    <>
      {text ? (
        <div class="consent-text">
          <Paragraphs text={texts.pick(text)} />
        </div>
      ) : null}
      <Checkbox
        name={name}
        id={id}
        label={texts.pick(label)}
        help={help && texts.pick(help)}
        problem={firstProblem(question, problems, texts)}
        mandatory={mandatory}
        value="yes"
        checked={typed === 'yes'}
      />
    </>
  )
}
