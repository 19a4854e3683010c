import { useTexts } from '../../../ui/frame.ts'
import { Notice } from '../../../ui/list/notice.tsx'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { Paragraphs } from '../frame/paragraphs.tsx'
import type { informationSettings } from './settings.ts'

/** The text as a notice with a heading, and the files that go with it. */
export function InformationField({ question, id }: FieldProps<null, QuestionWith<typeof informationSettings>>) {
  const { t, pick, format } = useTexts()
  const { tone, text, files } = question
  return (
    <div id={id}>
      <Notice tone={tone === 'important' ? 'warning' : 'info'} heading={pick(question.label)}>
        <Paragraphs text={pick(text)} />
        {files.length > 0 ? (
          <ul class="block-links" aria-label={t('forms.information.files')}>
            {files.map(({ href, label, kind, size }) => (
              <li key={href}>
                <a class="ds-link" href={href}>
                  {pick(label)} ({[kind, ...(size === undefined ? [] : [format.fileSize(size)])].join(', ')})
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </Notice>
    </div>
  )
}
