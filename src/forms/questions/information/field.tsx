import { useTexts } from '../../../ui/frame.ts'
import { FileLinks } from '../../../ui/list/file-links.tsx'
import { Notice } from '../../../ui/list/notice.tsx'
import { kindOfOwnFile, ownFilePath } from '../../own-file.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import { Paragraphs } from '../frame/paragraphs.tsx'
import type { informationSettings } from './settings.ts'

/** The text as a notice with a heading, and the files that go with it. */
export function InformationField({ question, id }: FieldProps<null, QuestionWith<typeof informationSettings>>) {
  const { t, pick } = useTexts()
  const { tone, text, files } = question
  const links = files.map((file) => ({
    href: 'href' in file ? file.href : ownFilePath(file),
    label: pick(file.label),
    kind: 'href' in file ? file.kind : kindOfOwnFile(file),
    size: file.size,
  }))
  return (
    <div id={id}>
      <Notice tone={tone === 'important' ? 'warning' : 'info'} heading={pick(question.label)}>
        <Paragraphs text={pick(text)} />
        {links.length > 0 ? <FileLinks files={links} label={t('forms.information.files')} /> : null}
      </Notice>
    </div>
  )
}
