import { expressionsOf } from '../expressions.ts'
import { asksFor, type Expression, operationOf, questionAsked, rowScope } from '../rules/expression.ts'
import type { Finding, Path } from './finding.ts'
import { conditionsOf, seeing } from './places.ts'
import type { Proving } from './proving.ts'
import { openIn } from './reached.ts'

/** A rule, and what must hold for anybody to ask it. */
type AskedRule = {
  readonly path: Path
  readonly setting: string
  readonly expression: Expression
  readonly context: readonly Expression[]
  /** Questions that may lack their answer while the rule is asked. */
  readonly open: ReadonlySet<string>
}

/** Rules that decide nothing: conditions that always hold or never do where they are asked, and settings that an expression never gives a value. */
export function ruleFindings({ places, seek }: Proving, isReached: (path: Path) => boolean): readonly Finding[] {
  const rules = places
    .filter(({ path }) => isReached(path))
    .flatMap((step): readonly AskedRule[] => {
      const open = openIn(step)
      const own = { path: [...step.path, 'when'], setting: 'when', context: conditionsOf(step.before), open }
      const questions = step.questions.filter(({ path }) => isReached(path))
      return [
        ...(step.own === undefined ? [] : [{ ...own, expression: step.own }]),
        ...questions.flatMap((place) =>
          expressionsOf(place.question, place.path).map(({ path, setting, expression }) => {
            const context = setting === 'when' ? conditionsOf(place.before) : seeing(place)
            return { path, setting, expression, context, open }
          }),
        ),
      ]
    })
  return rules.filter(({ expression }) => !asksForRow(expression)).flatMap((rule) => findingsOf(rule, seek))
}

/** A rule of a row is asked anew in each, of cells that no way through the form tells apart. */
const asksForRow = (expression: Expression): boolean =>
  asksFor(expression).some((name) => questionAsked(name) === rowScope)

function findingsOf(
  { path, setting, expression, context, open }: AskedRule,
  seek: Proving['seek'],
): readonly Finding[] {
  const when = (condition: Expression) => seek(path, { conditions: [...context, condition], open })
  // A way to the rule on which it is as it always is.
  const found = (code: Finding['code'], message: string, condition: Expression): readonly Finding[] => {
    const sought = when(condition)
    return [{ code, path, message, ...(sought.kind === 'found' ? { example: sought.example } : {}) }]
  }
  const not: Expression = { '!': [expression] }
  if (setting !== 'when' && setting !== 'mandatory') {
    const value: Expression = { answered: [expression] }
    return when(value).kind === 'none'
      ? found('rule-without-value', `"${setting}" never has a value here`, { '!': [value] })
      : []
  }
  // That a question or a step is never shown has been said.
  if (setting === 'mandatory' && when(expression).kind === 'none')
    return found('rule-never-true', 'never holds here: leave it out', not)
  if (when(not).kind === 'none')
    return found(
      'rule-always-true',
      `always holds here: ${setting === 'when' ? 'leave it out' : 'write true'}`,
      expression,
    )
  return alternativesIn(expression, path).flatMap(({ path: place, alternative }): readonly Finding[] => {
    if (when(alternative).kind !== 'none') return []
    const sought = when(not)
    const example = sought.kind === 'found' ? { example: sought.example } : {}
    return [{ code: 'rule-part-never-true', path: place, message: 'never holds here: leave this part out', ...example }]
  })
}

type Alternative = { readonly path: Path; readonly alternative: Expression }

/** What stands in the `or`s of a condition, where one of them would do; each together with what must hold `beside` it. */
function alternativesIn(
  expression: Expression,
  path: Path,
  beside: readonly Expression[] = [],
): readonly Alternative[] {
  const { name, takes } = operationOf(expression) ?? { name: '', takes: [] }
  if (name !== 'and' && name !== 'or') return []
  return takes.flatMap((part, index) => {
    const place = [...path, name, index]
    if (name === 'and') return alternativesIn(part, place, [...beside, ...takes.filter((other) => other !== part)])
    return [{ path: place, alternative: { and: [...beside, part] } }, ...alternativesIn(part, place, beside)]
  })
}
