import type { TypedValues } from './answers.ts'
import type { FormDefinition, Step } from './definition.ts'
import { expressionsIn } from './expressions.ts'
import type { Facts } from './facts.ts'
import { held, type Json } from './json.ts'
import { factsThen, type OpenedAgain, ruleFactsThen, unchangedAnswer } from './opened-again.ts'
import type { Question } from './question.ts'
import { answer, type Parsed } from './question-type.ts'
import { typeOf } from './questions/registry.ts'
import { factsForRules } from './rule-facts.ts'
import { expressionIn } from './ruled.ts'
import { evaluate, holds } from './rules/evaluate.ts'
import { asksFor, type Expression, questionAsked } from './rules/expression.ts'
import type { RuleParts, RuleValue } from './rules/value.ts'

/** A form with what was typed in it, and what its rules make of that: made once, then asked by whoever shows, checks or sends it. */
export type FilledForm = {
  readonly form: FormDefinition
  readonly typed: TypedValues
  readonly facts: Facts
  /** The steps that have something to show, each with its visible questions alone, their rules replaced by what they give. */
  readonly steps: readonly Step[]
  /** What expressions see. */
  readonly data: RuleParts
  /** What was sent, when this is its form opened again. */
  readonly before?: OpenedAgain | undefined
}

/** Works out what is shown, mandatory and allowed. A hidden question's answer is no answer for the rules that ask for it. */
export function fillForm(form: FormDefinition, typed: TypedValues, now: Facts, before?: OpenedAgain): FilledForm {
  const asked = askedIn(form)
  const facts = factsThen(now, before)
  const data: Record<string, RuleValue> = { facts: ruleFactsThen(factsForRules(facts), before) }
  const steps: Step[] = []
  for (const step of form.steps) {
    if (step.when !== undefined && !holds(step.when, data)) continue
    const questions: Question[] = []
    for (const question of step.questions) {
      if (question.filledInBy === 'party') continue
      if (question.when !== undefined && !holds(question.when, data)) continue
      const resolved = resolve(question, data)
      questions.push(resolved)
      if (asked.has(question.id)) data[question.id] = answerForRules(resolved, typed, facts, before)
    }
    if (questions.length > 0) steps.push({ ...step, questions })
  }
  return { form, typed, facts, steps, data, before }
}

/** The value of an expression for a filled form, also of one outside the form: which group handles the case, for instance. */
export function valueIn({ steps, typed, facts, data, before }: FilledForm, expression: Expression): RuleValue {
  const asked = new Set(asksFor(expression).map(questionAsked))
  const more = steps
    .flatMap(({ questions }) => questions)
    .filter(({ id }) => asked.has(id) && !Object.hasOwn(data, id))
    .map((question) => [question.id, answerForRules(question, typed, facts, before)] as const)
  return evaluate(expression, { ...data, ...Object.fromEntries(more) })
}

function answerForRules(
  question: Question,
  typed: TypedValues,
  facts: Facts,
  before: OpenedAgain | undefined,
): RuleValue {
  const seen = before?.seen && held(before.seen, question.id)
  if (seen !== undefined && unchangedAnswer(question, typed, before) !== undefined) return seen
  return typeOf(question).rule?.value(held(typed, question.id), question, facts) ?? null
}

/** What stands in a form's questions, and what is known that its answers are read by. */
export type Typed = Pick<FilledForm, 'typed' | 'facts' | 'before'>

/** The answer in a question, or what is wrong in it. */
export function readAnswer({ typed, facts, before }: Typed, question: Question): Parsed<Json> {
  const sent = unchangedAnswer(question, typed, before)
  return sent === undefined ? typeOf(question).parse(held(typed, question.id), question, facts) : answer(sent)
}

/** A question whose settings are constants: what rules give stands in their place, and a limit without value is none. */
export function resolve(question: Question, data: RuleParts): Question {
  const ruled = ['mandatory', ...Object.keys(typeOf(question).ruled)]
  const given = ruled.flatMap((name): readonly (readonly [string, unknown])[] => {
    const expression = expressionIn(Reflect.get(question, name))
    if (expression === undefined) return []
    return [[name, name === 'mandatory' ? holds(expression, data) : (evaluate(expression, data) ?? undefined)]]
  })
  // The brand stays true: a constant of the kind that the type asks for stands where the expression stood (`definition.ts` checks it).
  const own = given.length === 0 ? question : ({ ...question, ...Object.fromEntries(given) } as Question)
  return resolveInner(own, data)
}

/** The same for the questions in its rows; the question itself when none of them has a rule. */
function resolveInner(question: Question, data: RuleParts): Question {
  const { inner } = typeOf(question)
  if (!inner) return question
  const questions = inner.of(question)
  const resolved = questions.map((cell) => resolve(cell, data))
  return resolved.every((cell, index) => cell === questions[index]) ? question : inner.with(question, resolved)
}

const known = new WeakMap<FormDefinition, ReadonlySet<string>>()

/** The questions that some rule asks for; only their answers have to be read. */
function askedIn(form: FormDefinition): ReadonlySet<string> {
  const before = known.get(form)
  if (before) return before
  const names = expressionsIn(form).flatMap(({ expression }) => asksFor(expression))
  const asked = new Set(names.flatMap((name) => questionAsked(name) ?? []))
  known.set(form, asked)
  return asked
}
