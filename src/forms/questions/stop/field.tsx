import { useTexts } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/list/notice.tsx'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { Paragraphs } from '../frame/paragraphs.tsx'
import type { stopSettings } from './settings.ts'

/** Why one can't go on. It takes the focus when somebody tries to. */
export function StopField({ question, id }: FieldProps<null, QuestionWith<typeof stopSettings>>) {
  const { pick } = useTexts()
  return (
    <div id={id} tabindex={-1}>
      <Notice tone="danger" heading={pick(question.label)}>
        <Paragraphs text={pick(question.text)} />
        {question.links.length > 0 ? (
          <ul class="block-links">
            {question.links.map(({ href, label }) => (
              <li key={href}>
                <a class="ds-link" href={href}>
                  {pick(label)}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </Notice>
    </div>
  )
}
