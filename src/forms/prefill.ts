import type { TypedValues } from './answers.ts'
import { type FormDefinition, questionsOf } from './definition.ts'
import { namesAskedIn } from './expressions.ts'
import type { FactName, Facts } from './facts.ts'
import { type FilledForm, fillForm, valueIn } from './filled.ts'
import type { Json } from './json.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { remembered } from './remembered.ts'
import { asksFor, type Expression, questionAsked } from './rules/expression.ts'

/** Which facts the applicant's part of a form uses, and expressions about it that stand outside; nothing else is to be fetched. */
export const factsNeeded = (form: FormDefinition, outside: readonly Expression[] = []): ReadonlySet<FactName> =>
  new Set([
    ...factsAskedIn(form),
    ...[...namesAskedIn(form), ...outside.flatMap(asksFor)].flatMap((name): readonly FactName[] =>
      name.startsWith('facts.') && name !== 'facts.today' ? ['person'] : [],
    ),
  ])

const factsAskedIn = remembered((form: FormDefinition) => new Set(ownQuestions(form).flatMap(needsOf)))

/** What is known of who fills in, for questions in which nothing has been typed: question id → typed value. */
export const prefillFromFacts = (form: FormDefinition, typed: TypedValues, facts: Facts): TypedValues =>
  filledWith(
    ownQuestions(form).filter(({ id }) => !Object.hasOwn(typed, id)),
    (question) => typeOf(question).prefill(question, facts),
  )

/** The same, and the defaults of all other questions. One that asks for an answer sees the defaults before it, too. */
export function prefill(form: FormDefinition, typed: TypedValues, facts: Facts): TypedValues {
  const fromFacts = prefillFromFacts(form, typed, facts)
  const defaults = defaultsIn(form).filter(({ id }) => !Object.hasOwn(typed, id) && !Object.hasOwn(fromFacts, id))
  let given = fromFacts
  let filled: FilledForm | undefined
  for (const { id, question, expression, isAsked } of defaults) {
    filled ??= fillForm(form, { ...given, ...typed }, facts)
    const value = valueIn(filled, expression)
    const written = value === null ? undefined : typeOf(question).rule?.typed?.(value, question)
    if (written === undefined) continue
    given = { ...given, [id]: written }
    // What it gives may open questions and give values that a later default asks for.
    if (isAsked) filled = undefined
  }
  return given
}

/** Whether a question is filled in beforehand: by what is known, or by its default. */
export const isPrefilled = (question: Question, facts: Facts): boolean =>
  question.default !== undefined || typeOf(question).prefill(question, facts) !== undefined

/** The applicant's questions with a default, and whether any rule asks for their answers. */
const defaultsIn = remembered((form: FormDefinition) => {
  const asked = new Set([...namesAskedIn(form)].map(questionAsked))
  return ownQuestions(form).flatMap((question) =>
    question.default === undefined
      ? []
      : [{ id: question.id, question, expression: question.default, isAsked: asked.has(question.id) }],
  )
})

/** Without those that another party answers: what is known of the applicant must never stand there. */
const ownQuestions = remembered((form: FormDefinition): readonly Question[] =>
  questionsOf(form).filter(({ filledInBy }) => filledInBy === 'applicant'),
)

/** What a question and those in its rows need to know. */
function needsOf(question: Question): readonly FactName[] {
  const { needs, inner } = typeOf(question)
  return [...needs, ...(inner?.of(question).flatMap(needsOf) ?? [])]
}

const filledWith = (questions: readonly Question[], find: (question: Question) => Json | undefined): TypedValues =>
  Object.fromEntries(
    questions.flatMap((question): readonly (readonly [string, Json])[] => {
      const value = find(question)
      return value === undefined ? [] : [[question.id, value]]
    }),
  )
