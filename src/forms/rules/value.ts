/** What a rule can see of an answer: `null` while there is none, or while the question is hidden. Dates are `YYYY-MM-DD`, times `HH:MM`. */
export type RuleValue = null | boolean | number | string | readonly string[] | readonly RuleParts[] | RuleParts

/** Named parts of one answer, or the cells of one row. */
export type RuleParts = { readonly [name: string]: RuleValue }

/** What kind of value a question gives to rules. `choice` is one of a closed set of ids, `choices` some of them. */
export type ValueType =
  | { readonly kind: 'boolean' | 'number' | 'text' | 'date' | 'time' }
  | { readonly kind: 'choice' | 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'rows' | 'parts'; readonly parts: Readonly<Record<string, ValueType>> }
