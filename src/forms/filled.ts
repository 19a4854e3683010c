import type { TypedValues } from './answers.ts'
import { namesAskedIn } from './expressions.ts'
import type { Facts } from './facts.ts'
import { type FormShape, questionsOf, type Step } from './form.ts'
import { held, type Json } from './json.ts'
import { factsThen, type OpenedAgain, ruleFactsThen, seesTheSame, unchangedAnswer } from './opened-again.ts'
import type { Question } from './question.ts'
import { answer, type Parsed } from './question-type.ts'
import { typeOf } from './questions/registry.ts'
import { remembered } from './remembered.ts'
import { resolveSettings } from './resolve-settings.ts'
import { askedOutsideRows, seenBesideRows } from './row-rules.ts'
import { factsForRules } from './rule-facts.ts'
import { evaluate, holds } from './rules/evaluate.ts'
import { asksFor, type Expression, questionAsked, rowScope } from './rules/expression.ts'
import { lazyParts } from './rules/lazy-parts.ts'
import type { RuleParts, RuleValue } from './rules/value.ts'

/** A form with what was typed in it, and what its rules make of that: made once, then asked by whoever shows, checks or sends it. */
export type FilledForm = {
  readonly form: FormShape
  readonly typed: TypedValues
  readonly facts: Facts
  /** The steps that have something to show, each with its visible questions alone, their rules replaced by what they give. */
  readonly steps: readonly Step[]
  /** What expressions see. */
  readonly data: RuleParts
  /** The answer that was sent to a question, when this is its form opened again and nothing that it depends on has changed since. */
  readonly sent?: ((question: Question, typed: TypedValues) => Json | undefined) | undefined
  /** Whether what a name stands for in rules is to be kept from whoever fills in the form: it may decide what they are asked, and is in no page of theirs. */
  readonly isSecret?: ((name: string) => boolean) | undefined
}

/**
 * Works out what is shown, mandatory and allowed: each thing when somebody asks for it, since a page needs little of a long form. A hidden
 * question's answer is no answer for the rules that ask for it.
 */
export function fillForm(form: FormShape, typed: TypedValues, now: Facts, before?: OpenedAgain): FilledForm {
  const facts = factsThen(now, before)
  const asked = askedIn(form)
  const data = lazyParts(asked, (name) => {
    if (name === 'facts') return ruleFactsThen(factsForRules(facts), before)
    const found = asked.get(name)
    // Of a question that somebody else answers in another form (`parties.ts`), what rules saw there.
    if (!found) return held(before?.seen ?? {}, name) ?? null
    const { step, question } = found
    if (!isReached(step) || !isShown(question)) return null
    const then = before?.seen && sent?.(question, typed) !== undefined ? held(before.seen, name) : undefined
    return then ?? answerForRules(resolved(question), typed, facts)
  })
  const sent =
    before &&
    ((question: Question, standing: TypedValues) =>
      seesTheSame(written(form).get(question.id) ?? question, data, before)
        ? unchangedAnswer(question, standing, before)
        : undefined)
  const isReached = remembered(({ when }: Step) => when === undefined || holds(when, data))
  const isShown = remembered(
    ({ when, filledInBy }: Question) => filledInBy !== 'party' && (when === undefined || holds(when, data)),
  )
  const resolved = remembered((question: Question) => resolve(question, data))
  const shownIn = remembered((step: Step) => step.questions.filter(isShown).map(resolved))
  const shownSteps = remembered(({ steps }: FormShape) =>
    steps
      .filter((step) => isReached(step) && step.questions.some(isShown))
      .map((step) => ({
        ...step,
        get questions() {
          return shownIn(step)
        },
      })),
  )
  return {
    form,
    typed,
    facts,
    get steps() {
      return shownSteps(form)
    },
    data,
    sent,
  }
}

/** The questions of a form as its author wrote them. */
const written = remembered((form: FormShape) => new Map(questionsOf(form).map((question) => [question.id, question])))

/** The value of an expression for a filled form, also of one outside the form: which group handles the case, for instance. */
export function valueIn({ steps, typed, facts, data }: FilledForm, expression: Expression): RuleValue {
  const asked = new Set(asksFor(expression).map((name) => name.split('.')[0] ?? ''))
  const known = [...asked].filter((name) => Object.hasOwn(data, name))
  if (known.length === asked.size) return evaluate(expression, data)
  const more = steps
    .flatMap(({ questions }) => questions)
    .filter(({ id }) => asked.has(id) && !known.includes(id))
    .map((question) => [question.id, answerForRules(question, typed, facts)] as const)
  return evaluate(
    expression,
    Object.fromEntries([...known.map((name) => [name, data[name] ?? null] as const), ...more]),
  )
}

const answerForRules = (question: Question, typed: TypedValues, facts: Facts): RuleValue =>
  typeOf(question).rule?.value(held(typed, question.id), question, facts) ?? null

/** What stands in a form's questions, and what is known that its answers are read by. */
export type Typed = Pick<FilledForm, 'typed' | 'facts' | 'sent'>

/** The answer in a question, or what is wrong in it. */
export function readAnswer({ typed, facts, sent }: Typed, question: Question): Parsed<Json> {
  const then = sent?.(question, typed)
  return then === undefined ? typeOf(question).parse(held(typed, question.id), question, facts) : answer(then)
}

/** A question whose settings are constants: what rules give stands in their place, also in the questions of its rows. */
export const resolve = (question: Question, data: RuleParts): Question =>
  resolveRows(resolveSettings(question, typeOf(question), data), data, askedOutsideRows(question))

/** The question itself when no rule stands in its rows. Rules that ask for their own row keep their place, and get what else they ask for. */
function resolveRows(question: Question, data: RuleParts, asked: ReadonlySet<string> | undefined): Question {
  const { inner } = typeOf(question)
  if (!inner) return question
  const cells = inner.of(question)
  const resolved = cells.map((cell) => resolveSettings(cell, typeOf(cell), data))
  if (asked) return inner.with(question, resolved, seenBesideRows(asked, data))
  return resolved.every((cell, index) => cell === cells[index]) ? question : inner.with(question, resolved)
}

/** What rules ask for, by name: the facts, and the questions that some rule of the form asks for; undefined for those of another form. */
const askedIn = remembered((form: FormShape) => {
  const asked = [...namesAskedIn(form)].flatMap((name) => questionAsked(name) ?? []).filter((name) => name !== rowScope)
  const places = new Map(
    form.steps.flatMap((step) => step.questions.map((question) => [question.id, { step, question }] as const)),
  )
  return new Map<string, { readonly step: Step; readonly question: Question } | undefined>(
    ['facts', ...asked].map((name) => [name, places.get(name)]),
  )
})
