import type { Facts } from '../facts.ts'
import { resolve } from '../filled.ts'
import type { FormShape } from '../form.ts'
import type { Question } from '../question.ts'
import { calculated } from '../questions/calculated/type.ts'
import { typeOf } from '../questions/registry.ts'
import { couldHold } from '../rules/could-hold.ts'
import { holds } from '../rules/evaluate.ts'
import type { Expression } from '../rules/expression.ts'
import type { RuleParts, RuleValue } from '../rules/value.ts'
import { type Candidates, candidatesFor } from './candidates.ts'
import { type Asked, askedIn, type Cone, coneOf } from './cone.ts'
import type { Example } from './finding.ts'
import { isParts } from './possible.ts'
import { factsToTry, type Reader } from './reader.ts'
import { conjunctsOf, usedIn } from './uses.ts'

/** What is looked for: answers and facts for which all of this holds. */
export type Goal = {
  readonly conditions: readonly Expression[]
  /** Expressions whose questions are to be answered as well, because `also` looks at them. */
  readonly regarding?: readonly Expression[]
  /** Looked at when all that matters is answered. */
  readonly also?: (data: RuleParts) => boolean
  /** Mandatory questions that may be unanswered all the same: those of the page that somebody is just filling in. */
  readonly open?: ReadonlySet<string>
}

/** `none` is certain: everything was tried that rules can tell apart. `unknown` is not, since it would have taken too long. */
export type Sought =
  | { readonly kind: 'found'; readonly example: Example }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }

/** Looks for a way through a form. */
export type Seek = (goal: Goal) => Sought

/** How many answers are tried for one goal and for all goals of a form: a form of 300 questions is then proved within seconds. */
const most = { goal: 2_000, form: 100_000 }

/** Looks for ways through a form as its reader may take them: question by question, each with every answer that rules tell apart and that it takes. */
export function waysThrough(form: FormShape, reader: Reader): Seek {
  const known = askedIn(form)
  let left = most.form
  return (goal) => {
    const cone = coneOf(known, [...goal.conditions, ...(goal.regarding ?? [])])
    const { sought, tried } = search({ goal, cone, reader, atMost: Math.min(most.goal, left) })
    left -= tried
    return sought
  }
}

type Searched = { readonly goal: Goal; readonly cone: Cone; readonly reader: Reader; readonly atMost: number }

/** One search, by depth, which turns back as soon as one of the conditions can't hold any more. */
function search({ goal, cone, reader, atMost }: Searched): { readonly sought: Sought; readonly tried: number } {
  const conditions = conjunctsOf(goal.conditions)
  const known = factsToTry(cone.uses, reader)
  /** The questions that are not answered yet. */
  const open = new Set(cone.asked.map(({ question }) => question.id))
  const canHold = (condition: Expression, data: RuleParts) => couldHold(condition, data, open)
  /** The conditions whose outcome an answer may change. */
  const affected = new Map(
    [...open].map((id) => [id, conditions.filter((condition) => usedIn(condition).questions.has(id))]),
  )
  let { all } = known
  let tried = 0

  /** Of questions that no rule changes, while the facts stay the same. */
  const fixed = new Map<Question, Candidates>()
  const valuesFor = ({ question: written, guards }: Asked, data: RuleParts): readonly RuleValue[] => {
    if (!guards.every((guard) => holds(guard, data))) return [null]
    const question = resolve(written, data)
    const facts = factsFrom(data.facts)
    // What follows from other answers has one value.
    if (calculated.is(question)) return [typeOf(question).rule?.value(null, question, facts) ?? null]
    const candidates = fixed.get(question) ?? candidatesFor(question, cone, facts)
    if (question === written) fixed.set(question, candidates)
    all &&= candidates.all
    return question.mandatory && !goal.open?.has(question.id) ? candidates.values : [...candidates.values, null]
  }

  const from = (index: number, data: RuleParts): RuleParts | undefined => {
    all &&= tried < atMost
    if (tried >= atMost) return undefined
    tried += 1
    const asked = cone.asked[index]
    if (!asked) return (goal.also?.(data) ?? true) ? data : undefined
    const { id } = asked.question
    open.delete(id)
    for (const value of valuesFor(asked, data)) {
      const answered = value === null ? data : { ...data, [id]: value }
      const found = affected.get(id)?.every((one) => canHold(one, answered)) ? from(index + 1, answered) : undefined
      if (found) return found
    }
    open.add(id)
    return undefined
  }

  for (const facts of known.facts) {
    const data = { facts }
    fixed.clear()
    const found = conditions.every((one) => canHold(one, data)) ? from(0, data) : undefined
    if (found) return { sought: { kind: 'found', example: exampleOf(found, cone) }, tried }
  }
  return { sought: { kind: all ? 'none' : 'unknown' }, tried }
}

function exampleOf(data: RuleParts, { asked, uses }: Cone): Example {
  const facts = Object.entries(parts(data.facts)).filter(([name]) => uses.has(`facts.${name}`))
  return {
    facts: Object.fromEntries(facts),
    answers: asked.map(({ question }) => ({ question: question.id, value: data[question.id] ?? null })),
  }
}

/** The facts that questions are told, of the facts that rules see. */
export function factsFrom(seen: RuleValue | undefined): Facts {
  const { today, loggedIn, age, municipality, livesHere } = parts(seen)
  return {
    today: String(today),
    ...(loggedIn === true
      ? {
          person: {
            ...(typeof age === 'number' ? { age } : {}),
            ...(typeof municipality === 'string' ? { municipality } : {}),
            ...(typeof livesHere === 'boolean' ? { livesHere } : {}),
          },
        }
      : {}),
  }
}

const parts = (value: RuleValue | undefined): RuleParts => (isParts(value) ? value : {})
