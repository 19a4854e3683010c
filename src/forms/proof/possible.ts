import { type FormShape, questionsOf } from '../form.ts'
import { formScope } from '../rule-faults.ts'
import { holds } from '../rules/evaluate.ts'
import { asksFor, type Expression, questionAsked } from '../rules/expression.ts'
import type { Scope } from '../rules/part.ts'
import type { RuleParts, RuleValue } from '../rules/value.ts'
import { representatives } from './representatives.ts'
import { type Use, usesIn } from './uses.ts'

/** How many ways of answering are tried; a condition that has not held by then is taken as one that can. */
const mostTried = 5_000

/** A question (or the facts) that conditions ask for: the conditions on which it is asked at all, and what may be answered. */
type Asked = {
  readonly when: readonly Expression[]
  readonly values: readonly (readonly [name: string, values: readonly RuleValue[]])[]
}

type Guards = ReadonlyMap<string | undefined, readonly Expression[]>

/**
 * Tells whether there are answers and facts for which some conditions of a form all hold. Only what surely can't is said to be
 * impossible: every kind of answer is tried that the conditions tell apart, hidden questions without one. The form's expressions have
 * been checked.
 */
export function possibleIn(form: FormShape): (conditions: readonly Expression[]) => boolean {
  const known = { guards: guardsIn(form), scope: formScope(form) }
  return (conditions) => {
    const asked = askedBy(conditions, known)
    return !asked || canHold(conditions, asked)
  }
}

function canHold(conditions: readonly Expression[], asked: readonly Asked[]): boolean {
  let tried = 0
  const search = ([next, ...more]: readonly Asked[], data: RuleParts): boolean => {
    if (!next) {
      tried += 1
      return tried > mostTried || conditions.every((condition) => holds(condition, data))
    }
    if (!next.when.every((condition) => holds(condition, data))) return search(more, data)
    return answers(next.values, data).some((answered) => search(more, answered))
  }
  return search(asked, {})
}

/** The facts and then the questions that conditions ask for, and those on which these depend, in the form's order; undefined when one's answers can't be listed. */
function askedBy(
  conditions: readonly Expression[],
  { guards, scope }: { readonly guards: Guards; readonly scope: Scope },
): readonly Asked[] | undefined {
  const all = [...conditions]
  // The list grows while it is walked: a question's own conditions ask for others.
  const found = new Set<string | undefined>()
  for (const condition of all) {
    for (const id of asksFor(condition).map(questionAsked)) {
      if (found.has(id)) continue
      found.add(id)
      all.push(...(guards.get(id) ?? []))
    }
  }
  const uses = Map.groupBy(all.flatMap(usesIn), ({ name }) => questionAsked(name))
  const asked: Asked[] = []
  for (const [id, when] of guards) {
    const used = uses.get(id)
    const values = used && listed(scope, used)
    if (used && !values) return undefined
    if (values) asked.push({ when, values })
  }
  return asked
}

/** On what each question is asked: its step's condition and its own. The facts come first and without one. What only a party answers has no answer yet. */
function guardsIn(form: FormShape): Guards {
  const asked = questionsOf(form).filter(({ filledInBy }) => filledInBy === 'applicant')
  const ofStep = (id: string) =>
    form.steps.find(({ questions }) => questions.some((question) => question.id === id))?.when
  return new Map<string | undefined, readonly Expression[]>([
    [undefined, []],
    ...asked.map(({ id, when }) => [id, [ofStep(id), when].filter((one) => one !== undefined)] as const),
  ])
}

function listed(scope: Scope, uses: readonly Use[]): Asked['values'] | undefined {
  const values: (readonly [string, readonly RuleValue[]])[] = []
  for (const [name, all] of Map.groupBy(uses, (use) => use.name)) {
    const type = scope(name)
    const some = 'refused' in type ? undefined : representatives(type, all)
    if (!some) return undefined
    values.push([name, some])
  }
  // A whole before its parts, which are put into it.
  return values.toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** The data with each combination of the values. */
const answers = (values: Asked['values'], data: RuleParts): readonly RuleParts[] =>
  values.reduce<readonly RuleParts[]>(
    (all, [name, some]) => all.flatMap((before) => some.map((value) => withValue(before, name.split('.'), value))),
    [data],
  )

function withValue(data: RuleParts, [first = '', ...parts]: readonly string[], value: RuleValue): RuleParts {
  if (value === null) return data
  if (parts.length === 0) return { ...data, [first]: value }
  const whole = data[first]
  return { ...data, [first]: withValue(isParts(whole) ? whole : {}, parts, value) }
}

const isParts = (value: RuleValue | undefined): value is RuleParts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
