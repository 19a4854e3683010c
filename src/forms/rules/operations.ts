import { addDays, addMonths, isIsoDate } from './calendar-date.ts'
import type { RuleParts, RuleValue } from './value.ts'

type Ordered = number | string

const isOrdered = (value: RuleValue): value is Ordered => typeof value === 'number' || typeof value === 'string'

/** A comparison of something without an answer never holds. */
const compared =
  (holds: (a: Ordered, b: Ordered) => boolean) =>
  (a: RuleValue, b: RuleValue): boolean =>
    isOrdered(a) && isOrdered(b) && typeof a === typeof b && holds(a, b)

const isScalar = (value: RuleValue): value is boolean | Ordered => typeof value === 'boolean' || isOrdered(value)

/** Arithmetic with something without an answer has no answer. */
const counted =
  (of: (numbers: readonly number[]) => number) =>
  (...values: readonly RuleValue[]): number | null => {
    const numbers = values.filter((value) => typeof value === 'number')
    if (numbers.length < values.length) return null
    const result = of(numbers)
    return Number.isFinite(result) ? exact(result) : null
  }

/** Twelve figures are enough for money and measures, and hide what binary fractions do to 0.1 + 0.2. */
const exact = (value: number): number => Number(value.toPrecision(12))

const isRows = (value: RuleValue): value is readonly RuleParts[] => Array.isArray(value)

/**
 * What the operations do, beside those of JSON Logic that choose what to evaluate (`if`, `and`, `or`, `some`, `all`, `none`, `var`).
 * Those that JSON Logic has, too, are stricter here: JavaScript would take what is missing for 0.
 */
export const operations: Readonly<Record<string, (...values: readonly RuleValue[]) => RuleValue>> = {
  '!': (value = null) => value !== true,
  '==': (a = null, b = null) => isScalar(a) && a === b,
  '!=': (a = null, b = null) => isScalar(a) && isScalar(b) && a !== b,
  '<': (a = null, b = null) => compared((x, y) => x < y)(a, b),
  '<=': (a = null, b = null) => compared((x, y) => x <= y)(a, b),
  '>': (a = null, b = null) => compared((x, y) => x > y)(a, b),
  '>=': (a = null, b = null) => compared((x, y) => x >= y)(a, b),
  in: (value = null, list = null) => isScalar(value) && Array.isArray(list) && list.some((one) => one === value),
  has: (list = null, value = null) => Array.isArray(list) && list.some((one) => one === value),
  answered: (value = null) => value !== null && !(Array.isArray(value) && value.length === 0),
  '+': counted((numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  '-': counted(([first = 0, ...others]) => others.reduce((left, number) => left - number, first)),
  '*': counted((numbers) => numbers.reduce((product, number) => product * number, 1)),
  '/': counted(([first = 0, second = 0]) => first / second),
  min: counted((numbers) => Math.min(...numbers)),
  max: counted((numbers) => Math.max(...numbers)),
  round: counted(([number = 0]) => Math.round(number)),
  count: (list = null) => (Array.isArray(list) ? list.length : 0),
  sum: (rows = null, cell = null) => (isRows(rows) && typeof cell === 'string' ? sumOf(rows, cell) : 0),
  'plus-days': (date = null, days = null) => dated(date, days, addDays),
  'plus-months': (date = null, months = null) => dated(date, months, addMonths),
  'days-between': (from = null, to = null) =>
    isDate(from) && isDate(to) ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) : null,
}

function sumOf(rows: readonly RuleParts[], cell: string): number | null {
  const sum = rows.reduce((before, { [cell]: value }) => before + (typeof value === 'number' ? value : 0), 0)
  return Number.isFinite(sum) ? exact(sum) : null
}

const isDate = (value: RuleValue): value is string => typeof value === 'string' && isIsoDate(value)

/** Further than any rule reaches, and nearer than what the calendar of JavaScript holds. */
const furthest = 1_000_000

function dated(date: RuleValue, by: RuleValue, move: (date: string, by: number) => string): string | null {
  if (!isDate(date) || typeof by !== 'number' || Math.abs(by) > furthest) return null
  const moved = move(date, Math.trunc(by))
  return isDate(moved) ? moved : null
}
