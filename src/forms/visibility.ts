import type { TypedValues } from './answers.ts'
import { type FormDefinition, questionsOf, type Step, typeOf } from './definition.ts'
import { held } from './json.ts'
import { comparisonsIn, evaluate } from './rules/condition.ts'

/** Ids of the questions that are shown for what has been typed. A hidden question's answer counts as missing for those that depend on it. */
export function visibleQuestions(form: FormDefinition, typed: TypedValues): ReadonlySet<string> {
  const visible = new Set<string>()
  const chosen = new Map<string, readonly string[]>()
  for (const question of questionsOf(form)) {
    if (question.when && !evaluate(question.when, (id) => chosen.get(id) ?? [])) continue
    visible.add(question.id)
    const { comparable } = typeOf(question)
    if (comparable) chosen.set(question.id, comparable.chosen(held(typed, question.id), question))
  }
  return visible
}

/** Whether an answer in a step decides if another question of the same step is shown: the page then needs a button "Uppdatera" for those without JavaScript. */
export function opensWithin(step: Step): boolean {
  const here = new Set(step.questions.map((question) => question.id))
  return step.questions.some(({ when }) => when && comparisonsIn(when).some(({ question }) => here.has(question)))
}
