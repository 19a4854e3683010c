/**
 * When a question is shown, as data. `in` holds option ids of an earlier question whose answers can be compared
 * (`yes` and `no` for a yes-no question); one common value is enough.
 */
export type Condition =
  | { readonly question: string; readonly in: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/** The values chosen in a question; none when it has no answer or is hidden. */
export type Lookup = (questionId: string) => readonly string[]

/** Whether a condition holds for the answers given so far. */
export function evaluate(condition: Condition, lookup: Lookup): boolean {
  if ('all' in condition) return condition.all.every((part) => evaluate(part, lookup))
  if ('any' in condition) return condition.any.some((part) => evaluate(part, lookup))
  if ('not' in condition) return !evaluate(condition.not, lookup)
  return lookup(condition.question).some((value) => condition.in.includes(value))
}

/** A comparison that stands somewhere in a condition, and the place of it inside the condition. */
export type Comparison = { readonly question: string; readonly in: readonly string[]; readonly path: readonly Step[] }

type Step = string | number

/** Every comparison in a condition, in the order in which they are written. */
export function comparisonsIn(condition: Condition, path: readonly Step[] = []): readonly Comparison[] {
  const within = (name: string, parts: readonly Condition[]) =>
    parts.flatMap((part, index) => comparisonsIn(part, [...path, name, index]))
  if ('all' in condition) return within('all', condition.all)
  if ('any' in condition) return within('any', condition.any)
  if ('not' in condition) return comparisonsIn(condition.not, [...path, 'not'])
  return [{ ...condition, path }]
}
