/**
 * An expression as data, in JSON Logic: a constant, or an operation with its arguments. `{"var": "vem"}` is the answer to the question
 * `vem`, `{"var": "forening.form"}` a part of it, `{"var": "facts.age"}` what is known of who fills in the form.
 */
export type Expression =
  | boolean
  | number
  | string
  | readonly Expression[]
  | { readonly [operation: string]: Expression }

/** An operation of an expression: its name and its arguments; undefined for a constant. */
export function operationOf(
  expression: Expression,
): { readonly name: string; readonly takes: readonly Expression[] } | undefined {
  if (typeof expression !== 'object' || isList(expression)) return undefined
  const [entry] = Object.entries(expression)
  return entry && { name: entry[0], takes: isList(entry[1]) ? entry[1] : [entry[1]] }
}

export const isList = (expression: Expression): expression is readonly Expression[] => Array.isArray(expression)

/** Everything that an expression asks for, as written: `vem`, `forening.form`, `facts.age`. Cells of rows are not among them. */
export function asksFor(expression: Expression): readonly string[] {
  if (isList(expression)) return expression.flatMap(asksFor)
  const operation = operationOf(expression)
  if (!operation) return []
  const { name, takes } = operation
  if (name === 'var') return typeof takes[0] === 'string' ? [takes[0]] : []
  // The second argument of these is about the row, not about the form.
  return (overRows.has(name) ? takes.slice(0, 1) : takes).flatMap(asksFor)
}

/** The first name of what a rule inside a row asks for of its own row: `{"var": "row.antal"}`. */
export const rowScope = 'row'

/** Operations that try or add up each row of a group. */
export const overRows: ReadonlySet<string> = new Set(['some', 'all', 'none', 'sum'])

/** The question that a name asks for; undefined for a fact. */
export const questionAsked = (name: string): string | undefined =>
  name.startsWith('facts.') ? undefined : name.split('.')[0]
