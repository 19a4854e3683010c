import type { Json } from '../../json.ts'
import type { AnswerProblem, Problem } from '../../problem.ts'
import type { Question } from '../../question.ts'
import type { AttachedFile } from './answer.ts'
import { type AttachmentsQuestion, fileProblems, type MeasuredFile, togetherProblems } from './limits.ts'
import { attachments } from './type.ts'

/** Whether files can be added to a question. */
export const isAttachments = (question: Question): question is AttachmentsQuestion => attachments.is(question)

/** The files that lie in the stored typed value of such a question. */
export const filesIn = (typed: Json | undefined): readonly AttachedFile[] => attachments.readTyped(typed)

/** Why a file can't be added to what lies there already; undefined when it can. */
export function refusal(
  question: AttachmentsQuestion,
  typed: Json | undefined,
  file: MeasuredFile,
): Problem | undefined {
  const problems: readonly AnswerProblem[] = [
    ...fileProblems(question, file),
    ...togetherProblems(question, [...filesIn(typed), file]),
  ]
  const [problem] = problems
  return problem && { ...problem, questionId: question.id }
}

/** The typed value with one more file. */
export const withFile = (typed: Json | undefined, file: AttachedFile): readonly AttachedFile[] => [
  ...filesIn(typed),
  file,
]

/** The typed value without a file. */
export const withoutFile = (typed: Json | undefined, fileId: string): readonly AttachedFile[] =>
  filesIn(typed).filter(({ id }) => id !== fileId)
