import type { AnswerProblem } from '../../problem.ts'
import type { QuestionWith } from '../../question.ts'
import type { Pixels } from './answer.ts'
import { type attachmentsSettings, fileKinds } from './settings.ts'

export type AttachmentsQuestion = QuestionWith<typeof attachmentsSettings>

/** A file as far as the limits care; size in bytes. */
export type MeasuredFile = {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Missing for what is no picture, and for pictures that were sent before anybody measured them. */
  readonly pixels?: Pixels | undefined
}

/** What is wrong with a file by itself. */
export function fileProblems(question: AttachmentsQuestion, file: MeasuredFile): readonly AnswerProblem[] {
  const { name } = file
  const kinds = question.accept.map((mediaType) => fileKinds[mediaType].name).join(', ')
  const max = { bytes: maxFileSize(question) }
  return [
    ...(isAccepted(question, file.mediaType)
      ? []
      : [{ key: 'forms.problem.file-kind', values: { name, kinds } } as const]),
    ...(file.size === 0 ? [{ key: 'forms.problem.file-empty', values: { name } } as const] : []),
    ...(file.size > max.bytes ? [{ key: 'forms.problem.file-size', values: { name, max } } as const] : []),
    ...pixelProblems(question, file),
  ]
}

function pixelProblems({ minPixels }: AttachmentsQuestion, { name, pixels }: MeasuredFile): readonly AnswerProblem[] {
  if (!minPixels || !pixels) return []
  if (pixels.width >= minPixels.width && pixels.height >= minPixels.height) return []
  const values = { name, ...pixels, minWidth: minPixels.width, minHeight: minPixels.height }
  return [{ key: 'forms.problem.file-few-pixels', values }]
}

/** What is wrong with the files together. */
export function togetherProblems(
  question: AttachmentsQuestion,
  files: readonly MeasuredFile[],
): readonly AnswerProblem[] {
  const max = question.maxFiles
  const total = { bytes: Math.floor(question.maxTotalMegabytes * 1e6) }
  const size = files.reduce((sum, file) => sum + file.size, 0)
  return [
    ...(files.length > max ? [{ key: 'forms.problem.file-count', values: { max } } as const] : []),
    ...(size > total.bytes ? [{ key: 'forms.problem.file-total', values: { max: total } } as const] : []),
  ]
}

/** How large one file may be, in bytes. */
export const maxFileSize = (question: AttachmentsQuestion): number => Math.floor(question.maxFileMegabytes * 1e6)

const isAccepted = ({ accept }: AttachmentsQuestion, mediaType: string): boolean =>
  accept.some((accepted) => accepted === mediaType)
