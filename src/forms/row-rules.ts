import { expressionsOf } from './expressions.ts'
import { held } from './json.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { asksForRow } from './resolve-settings.ts'
import { asksFor, rowScope } from './rules/expression.ts'
import type { RuleParts } from './rules/value.ts'

const known = new WeakMap<Question, ReadonlySet<string> | 'none'>()

/**
 * What the rules inside a question's rows ask for outside of them, by its first name; undefined when no rule has to be asked in each row,
 * as in most tables: then rows cost nothing.
 */
export function askedOutsideRows(question: Question): ReadonlySet<string> | undefined {
  const before = known.get(question)
  if (before) return before === 'none' ? undefined : before
  const cells = typeOf(question).inner?.of(question) ?? []
  const rules = cells.flatMap((cell) => expressionsOf(cell, []))
  const isAskedInEach = rules.some(({ setting, expression }) => setting === 'when' || asksForRow(expression))
  const names = rules.flatMap(({ expression }) => asksFor(expression)).map((name) => name.split('.')[0] ?? '')
  const asked = isAskedInEach ? new Set(names.filter((name) => name !== rowScope)) : 'none'
  known.set(question, asked)
  return asked === 'none' ? undefined : asked
}

/** Of what the form's rules see what the rules of the rows ask for: it is put beside each of hundreds of rows. */
export const seenBesideRows = (asked: ReadonlySet<string>, data: RuleParts): RuleParts =>
  Object.fromEntries([...asked].map((name) => [name, held(data, name) ?? null]))
