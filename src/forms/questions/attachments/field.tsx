import { FileField } from '../../../ui/form/file-field.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { fileAction, fileFieldName, picturePath, piecesPath } from '../../names.ts'
import type { FieldProps } from '../../question-type.ts'
import { helpOf, labels } from '../frame/labels.tsx'
import type { AttachedFile } from './answer.ts'
import { type AttachmentsQuestion, maxFileSize } from './limits.ts'
import { fileKinds, shownSmall } from './settings.ts'

/** The files that lie there, each with its button to take it away, and a box to choose another. */
export function AttachmentsField(props: FieldProps<readonly AttachedFile[], AttachmentsQuestion>) {
  const texts = useTexts()
  const { question, typed, problems } = props
  return (
    <FileField
      {...labels(props, texts)}
      name={fileFieldName(question.id)}
      {...helpOf(question, texts, limitsInWords(question, texts))}
      files={typed.map((file) => ({
        name: file.name,
        size: file.size,
        picture: shownSmall.has(file.mediaType) ? picturePath(file.id) : undefined,
        removal: { name: 'action', value: fileAction.remove(question.id, file.id) },
      }))}
      upload={{ name: 'action', value: fileAction.upload(question.id) }}
      accept={question.accept.map((mediaType) => `${mediaType},${fileKinds[mediaType].ending}`).join(',')}
      multiple={question.maxFiles > 1}
      pieces={{ to: piecesPath, question: question.id }}
      full={typed.length >= question.maxFiles && problems.length === 0}
    />
  )
}

function limitsInWords(question: AttachmentsQuestion, { t, format }: ReturnType<typeof useTexts>): string {
  const limits = t('forms.attachments.limits', {
    kinds: question.accept.map((mediaType) => fileKinds[mediaType].name).join(', '),
    size: format.fileSize(maxFileSize(question)),
    count: question.maxFiles,
    total: format.fileSize(question.maxTotalMegabytes * 1e6),
  })
  return question.minPixels ? `${limits} ${t('forms.attachments.min-pixels', question.minPixels)}` : limits
}
