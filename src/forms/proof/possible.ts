import { type FormShape, questionsOf } from '../form.ts'
import { formScope } from '../rule-faults.ts'
import { couldHold } from '../rules/could-hold.ts'
import { holds } from '../rules/evaluate.ts'
import { asksFor, type Expression, questionAsked, rowScope } from '../rules/expression.ts'
import type { Scope } from '../rules/part.ts'
import type { RuleParts, RuleValue } from '../rules/value.ts'
import { representatives } from './representatives.ts'
import { conjunctsOf, type Use, usedIn } from './uses.ts'

/** How many answers are tried; a condition that has not held by then is taken as one that can. */
const mostTried = 5_000

/** A question (or the facts) that conditions ask for: the conditions on which it is asked at all, and what may be answered. */
type Asked = {
  /** Undefined for the facts. */
  readonly id: string | undefined
  readonly when: readonly Expression[]
  readonly values: readonly (readonly [name: string, values: readonly RuleValue[]])[]
}

type Guards = ReadonlyMap<string | undefined, readonly Expression[]>

/**
 * Tells whether there are answers and facts for which some conditions of a form all hold. Only what surely can't is said to be
 * impossible: every kind of answer is tried that the conditions tell apart, hidden questions without one. The form's expressions have
 * been checked. `row`: what the names of a row stand for, when they stand in one; its cells are tried as if none could be hidden.
 */
export function possibleIn(form: FormShape): (conditions: readonly Expression[], row?: Scope) => boolean {
  const known = { guards: guardsIn(form), scope: formScope(form) }
  return (conditions, row) => {
    const asked = askedBy(conditions, { ...known, row })
    return !asked || canHold(conditions, asked)
  }
}

function canHold(all: readonly Expression[], asked: readonly Asked[]): boolean {
  const conditions = conjunctsOf(all)
  const open = new Set(asked.flatMap(({ id }) => id ?? []))
  const could = (some: readonly Expression[] | undefined, data: RuleParts) =>
    (some ?? conditions).every((condition) => couldHold(condition, data, open))
  /** The conditions whose outcome an answer may change. */
  const affected = new Map(
    [...open].map((id) => [id, conditions.filter((condition) => usedIn(condition).questions.has(id))]),
  )
  let tried = 0
  const search = (index: number, data: RuleParts): boolean => {
    tried += 1
    const next = asked[index]
    if (tried > mostTried || !next) return true
    const { id, when, values } = next
    if (id !== undefined) open.delete(id)
    const answered = when.every((condition) => holds(condition, data)) ? answers(values, data) : [data]
    // The facts may change any of them.
    const some = id === undefined ? undefined : affected.get(id)
    if (answered.some((one) => could(some, one) && search(index + 1, one))) return true
    if (id !== undefined) open.add(id)
    return false
  }
  // Before the facts are known, nothing can be told.
  return asked.some(({ id }) => id === undefined) ? search(0, {}) : could(undefined, {}) && search(0, {})
}

/** The facts and then the questions that conditions ask for, and those on which these depend, in the form's order; undefined when one's answers can't be listed. */
function askedBy(
  conditions: readonly Expression[],
  { guards, scope, row }: { readonly guards: Guards; readonly scope: Scope; readonly row: Scope | undefined },
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
  const uses = Map.groupBy(
    all.flatMap((expression) => usedIn(expression).uses),
    ({ name }) => questionAsked(name),
  )
  const asked: Asked[] = []
  for (const [id, when] of guards) {
    const used = uses.get(id)
    const values = used && listed(scope, used)
    if (used && !values) return undefined
    if (values) asked.push({ id, when, values })
  }
  const ofRow = row && uses.get(rowScope)
  if (!row || !ofRow) return asked
  const values = listed(row, ofRow)
  return values && [...asked, { id: rowScope, when: [], values }]
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

/** Whether a value is one with named parts. */
export const isParts = (value: RuleValue | undefined): value is RuleParts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
