import { type Expression, isList, operationOf } from './expression.ts'
import { operationTypes } from './operation-types.ts'
import { fault, fits, inside, inWords, type Part, type Place, type Scope } from './part.ts'
import type { ValueType } from './value.ts'

/** A fault in an expression, and its place within it. */
export type ExpressionFault = { readonly path: readonly (string | number)[]; readonly message: string }

/** Everything that is wrong with an expression that is to give this type of value; nothing when it can be evaluated. */
export function faultsInExpression(
  expression: Expression,
  { scope, gives }: { readonly scope: Scope; readonly gives: ValueType },
): readonly ExpressionFault[] {
  const faults: ExpressionFault[] = []
  const place: Place = { path: [], scope, say: (said) => void faults.push(said) }
  const part = read(expression, place)
  if (part && !fits(part, gives)) fault(place, `gives ${inWords(part)}, not ${inWords({ type: gives })}`)
  return faults
}

function read(expression: Expression, place: Place): Part | undefined {
  if (typeof expression === 'boolean') return { type: { kind: 'boolean' } }
  if (typeof expression === 'number') return { type: { kind: 'number' } }
  if (typeof expression === 'string') return { type: { kind: 'text' }, texts: [expression] }
  if (isList(expression)) return fault(place, 'is a list, which stands only as the second argument of "in"')
  const operation = operationOf(expression)
  if (!operation || Object.keys(expression).length > 1)
    return fault(place, 'is no expression: write { operation: [arguments] }')
  const { name, takes } = operation
  const within = inside(place, name)
  if (name === 'var') return readName(takes, within)
  const type = Object.hasOwn(operationTypes, name) ? operationTypes[name] : undefined
  if (!type)
    return fault(place, `there is no operation "${name}"; there are var, ${Object.keys(operationTypes).join(', ')}`)
  return type(takes, within, read)
}

function readName([name, ...more]: readonly Expression[], place: Place): Part | undefined {
  if (typeof name !== 'string' || more.length > 0) return fault(place, 'takes the name of a question')
  const type = place.scope(name)
  return 'refused' in type ? fault(place, type.refused) : { type }
}
