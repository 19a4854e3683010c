import { type Expression, isList, operationOf, overRows } from '../rules/expression.ts'

type Constant = boolean | number | string

/** How an expression asks for a name: the constants that it is compared with, or `anything` when it does something else with its value. */
export type Use = { readonly name: string; readonly with: readonly Constant[] | 'anything' }

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', 'has', 'answered'])

/** Every use of every name in an expression. */
export function usesIn(expression: Expression): readonly Use[] {
  if (isList(expression)) return expression.flatMap(usesIn)
  const operation = operationOf(expression)
  if (!operation) return []
  const { name, takes } = operation
  const asked = nameIn(expression)
  if (asked !== undefined) return [{ name: asked, with: 'anything' }]
  const names = takes.flatMap((part) => nameIn(part) ?? [])
  const constants = takes.flatMap((part) => (isList(part) ? part : [part])).filter(isConstant)
  const compared = takes.flatMap((part) => (isList(part) ? part : [part])).length === names.length + constants.length
  const [only, second] = names
  if (comparisons.has(name) && compared && only !== undefined && second === undefined)
    return [{ name: only, with: constants }]
  return (overRows.has(name) ? takes.slice(0, 1) : takes).flatMap(usesIn)
}

function nameIn(expression: Expression): string | undefined {
  const operation = operationOf(expression)
  const [name] = operation?.name === 'var' ? operation.takes : []
  return typeof name === 'string' ? name : undefined
}

const isConstant = (expression: Expression): expression is Constant => typeof expression !== 'object'
