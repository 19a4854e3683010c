import type { Texts } from '../../platform/texts/texts.ts'
import type { FieldProblem } from '../../ui/form/error-summary.tsx'
import { type MessageProblem, messageLimits } from '../model.ts'

/** Ids of the form's controls. */
export const textId = 'meddelande'
export const filesId = 'bilagor'

/** What must be mended, in words, each with the id of its control. */
export const problemsInWords = (problems: readonly MessageProblem[], texts: Texts): readonly FieldProblem[] =>
  problems.map((problem) => ({ id: controlOf(problem), problem: inWords(problem, texts) }))

const controlOf = ({ kind }: MessageProblem): string =>
  kind === 'text-missing' || kind === 'text-too-long' ? textId : filesId

function inWords(problem: MessageProblem, { t, format }: Texts): string {
  switch (problem.kind) {
    case 'text-missing':
      return t('messages.problem.text-missing')
    case 'text-too-long':
      return t('messages.problem.text-too-long', {
        limit: format.number(messageLimits.text),
        length: format.number(problem.length),
      })
    case 'too-many-files':
      return t('messages.problem.too-many-files', { files: messageLimits.files })
    case 'file-refused':
      return t(`messages.problem.file.${problem.reason}`, {
        name: problem.name,
        size: format.fileSize(problem.reason === 'quota' ? messageLimits.filesOfCase : messageLimits.fileSize),
      })
  }
}
