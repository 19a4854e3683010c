import type { TypedValues } from './answers.ts'
import { type Step, typeOf } from './definition.ts'
import { canonicalJson } from './export.ts'
import { held, type Json } from './json.ts'
import { fieldName, shownField } from './names.ts'
import { type PostedForm, postedTexts } from './posted-form.ts'

/**
 * What was typed in the questions of a step that were on the posted page. Each of them posts its id as `shown`, so that
 * a group without a tick reads as empty, and a question that was not there as absent.
 */
export function readPosted(step: Step, posted: PostedForm): TypedValues {
  const shown = new Set(postedTexts(posted, shownField))
  return Object.fromEntries(
    step.questions
      .filter((question) => shown.has(question.id))
      .flatMap((question): readonly (readonly [string, Json])[] => {
        const typed = typeOf(question).readPosted(posted, fieldName(question.id), question)
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
