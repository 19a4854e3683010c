import type { Texts } from '../platform/texts/texts.ts'
import { type FormDefinition, questionsOf } from './definition.ts'
import { problemTarget } from './names.ts'
import { type Problem, problemText } from './problem.ts'

/** A line of the error summary: the id of the control to go to, and what is wrong with it. */
export type ProblemLink = { readonly id: string; readonly problem: string }

/** Problems as lines of the error summary. */
export function problemLinks(form: FormDefinition, problems: readonly Problem[], texts: Texts): readonly ProblemLink[] {
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]))
  return problems.flatMap((problem) => {
    const question = questions.get(problem.questionId)
    return question ? [{ id: problemTarget(problem), problem: problemText(question, problem, texts) }] : []
  })
}
