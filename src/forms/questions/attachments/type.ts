import { questionType } from '../../define-question-type.ts'
import { answer, nothing, wrong } from '../../question-type.ts'
import { AttachedFiles, ExportedFiles } from './answer.ts'
import { AttachmentsField } from './field.tsx'
import { fileProblems, togetherProblems } from './limits.ts'
import { attachmentsSettings, shownSmall } from './settings.ts'

/** Files within limits. They are never posted with the other answers: the drafts' commands add and remove them. */
export const attachments = questionType({
  type: 'attachments',
  settings: attachmentsSettings,
  check: ({ accept, maxFileMegabytes, maxTotalMegabytes, minPixels }) => [
    ...(maxFileMegabytes > maxTotalMegabytes
      ? [{ path: ['maxFileMegabytes'], message: 'is more than the total' }]
      : []),
    ...(minPixels && !accept.every((mediaType) => shownSmall.has(mediaType))
      ? [{ path: ['minPixels'], message: 'can be measured of image/jpeg and image/png alone' }]
      : []),
  ],
  typed: AttachedFiles,
  empty: [],
  answer: () => AttachedFiles,
  problems: [
    'forms.problem.file-kind',
    'forms.problem.file-empty',
    'forms.problem.file-size',
    'forms.problem.file-few-pixels',
    'forms.problem.file-count',
    'forms.problem.file-total',
  ],
  missing: 'forms.missing.file',
  parse: (files, question) => {
    if (files.length === 0) return nothing
    const problems = [...files.flatMap((file) => fileProblems(question, file)), ...togetherProblems(question, files)]
    return problems.length > 0 ? wrong(...problems) : answer(files)
  },
  toTyped: (files) => files,
  claims: (files) => files.map(({ id }) => ({ kind: 'file', id })),
  Field: AttachmentsField,
  summarise: (files) => ({ kind: 'files', files }),
  // Our own id says nothing to a receiver; the checksum tells which file is meant.
  exportSchema: () => ExportedFiles,
  exportValue: (files) => files.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
})
