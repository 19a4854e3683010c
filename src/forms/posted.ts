import type { TypedValues } from './answers.ts'
import { type Step, typeOf } from './definition.ts'
import type { Json } from './json.ts'
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
