import type { Answers, TypedValues } from './answers.ts'
import { type FormDefinition, questionsOf } from './definition.ts'
import { held, type Json } from './json.ts'
import type { Question } from './question.ts'
import type { Claim } from './question-type.ts'
import { typeOf } from './questions/registry.ts'

/** Opens submitted answers again ("Ändra ärende"): what somebody would have typed to give them. Throws for answers of another form. */
export const typedFrom = (form: FormDefinition, answers: Answers): TypedValues =>
  Object.fromEntries(
    answered(form, answers).map(([question, answer]) => [question.id, typeOf(question).toTyped(answer, question)]),
  )

/** What the answers hold on to outside the form (files), and submit takes over. */
export const claimsOf = (form: FormDefinition, answers: Answers): readonly Claim[] =>
  answered(form, answers).flatMap(([question, answer]) => typeOf(question).claims(answer, question))

/** The questions of a form that have an answer, in the form's order. */
export function answered(form: FormDefinition, answers: Answers): readonly (readonly [Question, Json])[] {
  return questionsOf(form).flatMap((question): readonly (readonly [Question, Json])[] => {
    const answer = held(answers, question.id)
    return answer === undefined ? [] : [[question, answer]]
  })
}
