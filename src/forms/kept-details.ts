import type { FilledForm } from './filled.ts'
import { held } from './json.ts'
import { visibleQuestions } from './navigation.ts'
import { typeOf } from './questions/registry.ts'

/** New contact details that a person wants to find filled in next time; only what differs from what is known. The phone as people write it. */
export type KeptDetails = { readonly email?: string; readonly phone?: string }

/** What whoever sends a form has agreed to have kept in "Mina uppgifter". */
export const detailsToKeep = (filled: FilledForm): KeptDetails =>
  Object.assign(
    {},
    ...visibleQuestions(filled).map((question) =>
      typeOf(question).keeps(held(filled.typed, question.id), question, filled.facts),
    ),
  )
