import type { TypedValues } from './answers.ts'
import { type FormDefinition, questionsOf } from './definition.ts'
import { expressionsIn } from './expressions.ts'
import type { FactName, Facts } from './facts.ts'
import { fillForm, valueIn } from './filled.ts'
import type { Json } from './json.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { asksFor, type Expression } from './rules/expression.ts'

/** Which facts a form uses, and expressions about it that stand outside; nothing else is to be fetched. */
export const factsNeeded = (form: FormDefinition, outside: readonly Expression[] = []): ReadonlySet<FactName> =>
  new Set([
    ...questionsOf(form).flatMap((question) => typeOf(question).needs),
    ...[...expressionsIn(form).map(({ expression }) => expression), ...outside]
      .flatMap(asksFor)
      .flatMap((name): readonly FactName[] => (name.startsWith('facts.') && name !== 'facts.today' ? ['person'] : [])),
  ])

/** What can be filled in beforehand, for questions in which nothing has been typed: question id → typed value. */
export function prefill(form: FormDefinition, typed: TypedValues, facts: Facts): TypedValues {
  const open = questionsOf(form).filter((question) => !Object.hasOwn(typed, question.id))
  const fromFacts = filledWith(open, (question) => typeOf(question).prefill(question, facts))
  if (open.every((question) => question.default === undefined)) return fromFacts
  const filled = fillForm(form, { ...fromFacts, ...typed }, facts)
  const fromDefaults = filledWith(open, (question) => {
    const value = question.default === undefined ? null : valueIn(filled, question.default)
    return value === null ? undefined : typeOf(question).rule?.typed?.(value, question)
  })
  return { ...fromDefaults, ...fromFacts }
}

const filledWith = (questions: readonly Question[], find: (question: Question) => Json | undefined): TypedValues =>
  Object.fromEntries(
    questions.flatMap((question): readonly (readonly [string, Json])[] => {
      const value = find(question)
      return value === undefined ? [] : [[question.id, value]]
    }),
  )
