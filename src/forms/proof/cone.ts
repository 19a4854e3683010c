import { expressionsOf } from '../expressions.ts'
import type { FormShape } from '../form.ts'
import type { Question } from '../question.ts'
import type { Expression } from '../rules/expression.ts'
import { type Constant, type Use, usedIn } from './uses.ts'

/** A question that can be answered: the conditions on which it is asked at all, and every expression that decides over it. */
export type Asked = {
  readonly question: Question
  readonly guards: readonly Expression[]
  readonly decides: readonly Expression[]
}

/** All that some expressions depend on, however indirectly. */
export type Cone = {
  /** In the form's order. */
  readonly asked: readonly Asked[]
  /** How each name is used, facts and parts of answers among them. */
  readonly uses: ReadonlyMap<string, readonly Use[]>
  /** What values are compared with or counted with. */
  readonly constants: readonly Constant[]
}

/** The questions of a form that whoever fills it in can answer, by id and in its order. What only a party answers has no answer yet. */
export function askedIn(form: FormShape): ReadonlyMap<string, Asked> {
  return new Map(
    form.steps.flatMap((step) =>
      step.questions
        .filter(({ filledInBy }) => filledInBy === 'applicant')
        .map((question): readonly [string, Asked] => {
          const guards = [step.when, question.when].filter((one) => one !== undefined)
          // What stands there beforehand can be changed, and decides nothing.
          const own = expressionsOf(question, []).filter(({ setting }) => setting !== 'default' && setting !== 'when')
          return [question.id, { question, guards, decides: [...guards, ...own.map(({ expression }) => expression)] }]
        }),
    ),
  )
}

/** Finds all that some expressions depend on. */
export function coneOf(known: ReadonlyMap<string, Asked>, expressions: readonly Expression[]): Cone {
  const all = [...expressions]
  const found = new Set<string>()
  // The list grows while it is walked: what decides over a question asks for others.
  for (const expression of all) {
    for (const id of usedIn(expression).questions) {
      if (found.has(id)) continue
      found.add(id)
      all.push(...(known.get(id)?.decides ?? []))
    }
  }
  const used = [...new Set(all)].map(usedIn)
  return {
    asked: [...known.values()].filter(({ question }) => found.has(question.id)),
    uses: Map.groupBy(
      used.flatMap(({ uses }) => uses),
      ({ name }) => name,
    ),
    constants: [...new Set(used.flatMap(({ constants }) => constants))],
  }
}
