import type { TypedValues } from './answers.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Step } from './definition.ts'
import { held, type Json } from './json.ts'
import { fieldName, shownField } from './names.ts'
import { type PostedForm, postedTexts } from './posted-form.ts'
import { typeOf } from './questions/registry.ts'

/**
 * What was typed in the questions of a step that were on the posted page. Each of them posts its id as `shown`, so that
 * a group without a tick reads as empty, and a question that was not there as absent. What another party is to answer is never taken from
 * whoever fills in the form. `before` is what is stored, for questions whose page
 * shows only some of it.
 */
export function readPosted(step: Step, posted: PostedForm, before: TypedValues = {}): TypedValues {
  const shown = new Set(postedTexts(posted, shownField))
  return Object.fromEntries(
    step.questions
      .filter(({ id, filledInBy }) => shown.has(id) && filledInBy === 'applicant')
      .flatMap((question): readonly (readonly [string, Json])[] => {
        const typed = typeOf(question).readPosted(posted, fieldName(question.id), question, held(before, question.id))
        return typed === undefined ? [] : [[question.id, typed]]
      }),
  )
}

/**
 * What was typed, without the questions that hold nothing now and that nobody has typed in before: to leave a question alone is not to
 * answer it. `before` is what is stored.
 */
export function withoutUntouched(step: Step, posted: TypedValues, before: TypedValues): TypedValues {
  const nothing = readPosted(step, { [shownField]: step.questions.map(({ id }) => id) })
  const isUntouched = (id: string, typed: Json): boolean =>
    !Object.hasOwn(before, id) && canonicalJson(typed) === canonicalJson(held(nothing, id) ?? null)
  return Object.fromEntries(Object.entries(posted).filter(([id, typed]) => !isUntouched(id, typed)))
}
