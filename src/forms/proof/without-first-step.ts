import type { FormShape } from '../form.ts'
import { holds } from '../rules/evaluate.ts'
import { askedIn, coneOf } from './cone.ts'
import type { Example } from './finding.ts'
import { factsToTry, type Reader } from './reader.ts'

/**
 * For whom a form has no step to begin with; undefined when there is none such. Nothing is answered then, so that facts alone decide; and who
 * has a first question keeps it whatever they answer, since rules ask for earlier questions alone.
 */
export function withoutFirstStep(form: FormShape, reader: Reader): Example | undefined {
  const guards = [...askedIn(form).values()].map((asked) => asked.guards)
  if (guards.length === 0 || guards.some((one) => one.length === 0)) return undefined
  const { uses } = coneOf(new Map(), guards.flat())
  const without = factsToTry(uses, reader).facts.find((facts) =>
    guards.every((conditions) => !conditions.every((condition) => holds(condition, { facts }))),
  )
  if (!without) return undefined
  const asked = Object.entries(without).filter(([name]) => uses.has(`facts.${name}`))
  return { facts: Object.fromEntries(asked), answers: [] }
}
