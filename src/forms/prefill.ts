import type { TypedValues } from './answers.ts'
import { type FormDefinition, questionsOf, typeOf } from './definition.ts'
import type { FactName, Facts } from './facts.ts'
import type { Json } from './json.ts'

/** Which facts a form uses; nothing else is to be fetched. */
export const factsNeeded = (form: FormDefinition): ReadonlySet<FactName> =>
  new Set(questionsOf(form).flatMap((question) => typeOf(question).needs))

/** What can be filled in beforehand, for questions in which nothing has been typed: question id → typed value. */
export function prefill(form: FormDefinition, typed: TypedValues, facts: Facts): TypedValues {
  return Object.fromEntries(
    questionsOf(form)
      .filter((question) => !Object.hasOwn(typed, question.id))
      .flatMap((question): readonly (readonly [string, Json])[] => {
        const known = typeOf(question).prefill(question, facts)
        return known === undefined ? [] : [[question.id, known]]
      }),
  )
}
