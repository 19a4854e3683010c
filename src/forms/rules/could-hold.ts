import { holds } from './evaluate.ts'
import { asksFor, type Expression, operationOf, questionAsked } from './expression.ts'
import type { RuleParts } from './value.ts'

/**
 * Whether a condition can hold for some answers to the open questions, all else being as `data` says. Where that takes more than
 * and, or and not, a condition that asks for an open question counts as one that can.
 */
export const couldHold = (condition: Expression, data: RuleParts, open: ReadonlySet<string>): boolean =>
  couldBe(true, condition, { data, open })

type Known = { readonly data: RuleParts; readonly open: ReadonlySet<string> }

function couldBe(wanted: boolean, condition: Expression, known: Known): boolean {
  if (!asksFor(condition).some((name) => known.open.has(questionAsked(name) ?? '')))
    return holds(condition, known.data) === wanted
  const { name, takes } = operationOf(condition) ?? { name: '', takes: [] }
  const one = (part: Expression) => couldBe(wanted, part, known)
  if (name === '!') return takes.some((part) => couldBe(!wanted, part, known))
  if (name === 'and') return wanted ? takes.every(one) : takes.some(one)
  if (name === 'or') return wanted ? takes.some(one) : takes.every(one)
  return true
}
