import { z } from 'zod'
import type { Answers, TypedValues } from './answers.ts'
import { isSameJson } from './canonical-json.ts'
import { expressionsOf, namesAskedIn } from './expressions.ts'
import type { Facts } from './facts.ts'
import type { FilledForm } from './filled.ts'
import { held, type Json } from './json.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { remembered } from './remembered.ts'
import { asksFor, questionAsked, rowScope } from './rules/expression.ts'
import type { RuleParts, RuleValue } from './rules/value.ts'

/** What rules saw of a form when it was sent, from stored JSON. A guard, since a schema's unions are slow for hundreds of rows. */
export const StoredRuleParts: z.ZodType<RuleParts> = z.custom<RuleParts>(
  (value) => isParts(value) && isRuleValue(value),
)

const isRuleValue = (value: unknown): boolean =>
  Array.isArray(value) || isParts(value)
    ? Object.values(value).every(isRuleValue)
    : value === null || ['boolean', 'number', 'string'].includes(typeof value)

/**
 * What was sent, while its form is open again ("Ändra ärende"). An answer that nobody has changed since is as right as it was then, whatever
 * day it is and whatever the registers say now; and rules see the facts that they saw.
 */
export type OpenedAgain = {
  readonly answers: Answers
  /** Ids of the questions that were asked. */
  readonly asked: readonly string[]
  /** What rules saw, as `seenByRules` gave it; nothing of what was sent before that was kept. */
  readonly seen?: RuleParts | undefined
}

/** What a form's rules saw, to be kept with what is sent: the answers that some rule asks for, and of the facts no others than those. */
export function seenByRules({ form, data }: FilledForm): RuleParts {
  const asked = namesAskedIn(form)
  const facts = Object.entries(partsOf(data.facts)).filter(([name]) => name === 'today' || asked.has(`facts.${name}`))
  return { ...data, facts: Object.fromEntries(facts) }
}

/** The facts of a form that is open again: dates are reckoned from the day on which it was sent. */
export function factsThen(facts: Facts, before: OpenedAgain | undefined): Facts {
  const { today } = partsOf(before?.seen?.facts)
  return typeof today === 'string' ? { ...facts, today } : facts
}

/** The facts as rules saw them when the form was sent, and as they see them now where nobody has kept them. */
export const ruleFactsThen = (now: RuleParts, before: OpenedAgain | undefined): RuleParts => ({
  ...now,
  ...partsOf(before?.seen?.facts),
})

/** The answer that was sent to a question, as long as what stands in the question is what was sent. */
export function unchangedAnswer(question: Question, typed: TypedValues, before: OpenedAgain): Json | undefined {
  const answer = held(before.answers, question.id)
  if (answer === undefined) return undefined
  const { said, toTyped } = typeOf(question)
  return isSameJson(said(held(typed, question.id)), said(toTyped(answer, question))) ? answer : undefined
}

/**
 * Whether the rules of a question, those in its rows too, see in the other answers what they saw when the form was sent: else its limits and
 * what it calculates are others, and it is read anew. `question` is as its author wrote it. The facts are those of then.
 */
export const seesTheSame = (question: Question, data: RuleParts, { seen }: OpenedAgain): boolean =>
  askedBy(question).every((name) => seen !== undefined && isSameJson(held(data, name), held(seen, name)))

/** Ids of the other questions that a question's rules ask for. */
const askedBy = remembered((question: Question): readonly string[] => [
  ...new Set(
    expressionsOf(question, [])
      .flatMap(({ expression }) => asksFor(expression))
      .flatMap((name) => questionAsked(name) ?? [])
      .filter((name) => name !== rowScope),
  ),
])

/** What has been filled in beforehand in a form that is open again: only what wasn't asked when it was sent. */
export const onlyUnasked = (typed: TypedValues, before: OpenedAgain | undefined): TypedValues =>
  before ? Object.fromEntries(Object.entries(typed).filter(([id]) => !before.asked.includes(id))) : typed

const partsOf = (value: RuleValue | undefined): RuleParts => (isParts(value) ? value : {})

const isParts = (value: unknown): value is RuleParts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
