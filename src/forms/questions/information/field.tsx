import { useTexts } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/list/notice.tsx'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import type { informationSettings } from './settings.ts'

/** The text as a notice with a heading. */
export function InformationField({ question, id }: FieldProps<null, QuestionWith<typeof informationSettings>>) {
  const { pick } = useTexts()
  return (
    <div id={id}>
      <Notice tone={question.tone === 'important' ? 'warning' : 'info'} heading={pick(question.label)}>
        {pick(question.text)
          .split(/\n\s*\n/)
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
      </Notice>
    </div>
  )
}
