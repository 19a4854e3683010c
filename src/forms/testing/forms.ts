import { FormDefinition } from '../definition.ts'
import type { Question } from '../question.ts'

/** A question as a definition's author writes it; id and label are given when missing. */
export type WrittenQuestion = Readonly<Record<string, unknown>> & { readonly type: string }

/** A form of one step for each list of questions. */
export const formOf = (...steps: readonly (readonly WrittenQuestion[])[]): FormDefinition =>
  FormDefinition.parse(writtenForm(...steps))

/** The same, not yet parsed. */
export const writtenForm = (...steps: readonly (readonly WrittenQuestion[])[]) => ({
  steps: steps.map((questions, step) => ({
    id: `steg-${step + 1}`,
    title: { sv: `Steg ${step + 1}`, en: `Step ${step + 1}` },
    questions: questions.map((question, index) => ({
      id: `fraga-${step + 1}-${index + 1}`,
      label: { sv: 'Vad gäller det?', en: 'What is it about?' },
      ...question,
    })),
  })),
})

/** One question, parsed. */
export function aQuestion(written: WrittenQuestion): Question {
  const question = formOf([written]).steps[0]?.questions[0]
  if (!question) throw new Error('The form has no question')
  return question
}
