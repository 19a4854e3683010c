import { asksFor, type Expression, isList, operationOf, overRows, questionAsked } from '../rules/expression.ts'

export type Constant = boolean | number | string

/** How an expression asks for a name: the constants that it is compared with, or `anything` when it does something else with its value. */
export type Use = { readonly name: string; readonly with: readonly Constant[] | 'anything' }

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', 'has', 'answered'])

/** Every use of every name in an expression. */
function usesIn(expression: Expression): readonly Use[] {
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

/** Conditions that hold when these do, each as small as can be: then fewer have to be tried again when one answer changes. */
export const conjunctsOf = (conditions: readonly Expression[]): readonly Expression[] =>
  conditions.flatMap((condition) => {
    const operation = operationOf(condition)
    return operation?.name === 'and' ? conjunctsOf(operation.takes) : [condition]
  })

/** What an expression names, how, and beside which constants. */
export type Used = {
  /** The questions that it asks for, as `asksFor` has them. */
  readonly questions: ReadonlySet<string>
  readonly uses: readonly Use[]
  readonly constants: readonly Constant[]
}

const known = new WeakMap<object, Used>()

/** What an expression uses; read once, since a proof asks for the same ones again and again. */
export function usedIn(expression: Expression): Used {
  const before = typeof expression === 'object' ? known.get(expression) : undefined
  if (before) return before
  const questions = asksFor(expression).flatMap((name) => questionAsked(name) ?? [])
  const used = { questions: new Set(questions), uses: usesIn(expression), constants: constantsIn(expression) }
  if (typeof expression === 'object') known.set(expression, used)
  return used
}

/** Every constant in an expression, those about rows among them; no names. */
function constantsIn(expression: Expression): readonly Constant[] {
  if (isConstant(expression)) return [expression]
  if (isList(expression)) return expression.flatMap(constantsIn)
  const operation = operationOf(expression)
  return operation && operation.name !== 'var' ? operation.takes.flatMap(constantsIn) : []
}

function nameIn(expression: Expression): string | undefined {
  const operation = operationOf(expression)
  const [name] = operation?.name === 'var' ? operation.takes : []
  return typeof name === 'string' ? name : undefined
}

const isConstant = (expression: Expression): expression is Constant => typeof expression !== 'object'
