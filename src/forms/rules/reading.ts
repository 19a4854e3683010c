import { isDay, isoDate } from './calendar-date.ts'
import { evaluate } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { cleanLine, countOver } from './plain-text.ts'
import { readNumber, withoutCurrency } from './read-number.ts'
import type { RuleParts, RuleValue } from './value.ts'

/** Limits of a value, both inclusive: constants or expressions. */
type Limits = { readonly min?: Expression | undefined; readonly max?: Expression | undefined }

/** The option with a text of one's own, which stands in the field `<name>.other`; who writes there without choosing has chosen it. */
type Other = { readonly id: string; readonly maxLength: number }

/**
 * How rules read a question's answer from its fields: as data, so that a browser that has none of the question types can do it, too.
 * `name` is that of the fields (what the names of a date's three boxes begin with).
 */
export type Reading =
  | { readonly kind: 'yes-no'; readonly name: string }
  | {
      readonly kind: 'option'
      readonly name: string
      readonly values: readonly string[]
      readonly other?: Other | undefined
    }
  | {
      readonly kind: 'options'
      readonly name: string
      readonly values: readonly string[]
      readonly other?: Other | undefined
      readonly min?: number | undefined
      readonly max?: number | undefined
      /** The option that excludes all others. */
      readonly exclusive?: string | undefined
    }
  | ({
      readonly kind: 'number'
      readonly name: string
      readonly decimals: number
      /** Whether "kr" and the like may stand beside the figures. */
      readonly currency?: boolean | undefined
    } & Limits)
  | ({ readonly kind: 'date'; readonly name: string } & Limits)
  | { readonly kind: 'text'; readonly name: string; readonly maxLength: number }
  | { readonly kind: 'calculated'; readonly expression: Expression }

/** The values of the fields that have a name, in the order in which they are posted. */
export type Fields = (name: string) => readonly string[]

/** What rules see of an answer as it stands in its fields: null while there is none, or it's wrong. Types of questions say the same on the server. */
export function readValue(reading: Reading, fields: Fields, data: RuleParts): RuleValue {
  const text = (name: string) => fields(name).at(-1) ?? ''
  switch (reading.kind) {
    case 'yes-no':
      return text(reading.name) === 'yes' ? true : text(reading.name) === 'no' ? false : null
    case 'option':
      return chosenOf({ ...reading, max: 1 }, fields(reading.name).slice(-1).filter(Boolean), text)?.[0] ?? null
    case 'options':
      return chosenOf(reading, fields(reading.name), text)
    case 'number': {
      const line = cleanLine(text(reading.name))
      const read = readNumber(reading.currency ? withoutCurrency(line) : line)
      return read && read.decimals <= reading.decimals && isWithin(read.value, reading, data) ? read.value : null
    }
    case 'date': {
      const iso = dateOf(['year', 'month', 'day'].map((box) => cleanLine(text(`${reading.name}-${box}`))))
      return iso !== undefined && isWithin(iso, reading, data) ? iso : null
    }
    case 'text':
      return lineOf(text(reading.name), reading.maxLength)
    case 'calculated':
      return evaluate(reading.expression, data)
  }
}

/** An option's text that is missing or too long makes the whole answer wrong. */
function chosenOf(
  { name, values, other, min = 0, max = Number.POSITIVE_INFINITY, exclusive }: Omit<Options, 'kind'>,
  posted: readonly string[],
  text: (name: string) => string,
): readonly string[] | null {
  const own = other && lineOf(text(`${name}.other`), other.maxLength)
  const isWritten = other && posted.length === 0 && cleanLine(text(`${name}.other`)) !== ''
  const ticked = isWritten ? [other.id] : posted
  const all = other ? [...values, other.id] : values
  const chosen = all.filter((value) => ticked.includes(value))
  if (chosen.length === 0 || ticked.some((value) => !all.includes(value))) return null
  if (other && chosen.includes(other.id) && own === null) return null
  if (exclusive !== undefined && chosen.includes(exclusive)) return chosen.length === 1 ? chosen : null
  return chosen.length >= min && chosen.length <= max ? chosen : null
}

type Options = Extract<Reading, { readonly kind: 'options' }>

function lineOf(typed: string, maxLength: number): string | null {
  const line = cleanLine(typed)
  return line === '' || countOver(line, maxLength) !== undefined ? null : line
}

function dateOf([year = '', month = '', day = '']: readonly string[]): string | undefined {
  if (!/^[12]\d{3}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  return isDay(date) ? isoDate(date) : undefined
}

/** A limit without value is none. */
function isWithin(value: number | string, { min, max }: Limits, data: RuleParts): boolean {
  const least = min === undefined ? null : evaluate(min, data)
  const most = max === undefined ? null : evaluate(max, data)
  return !isLess(value, least) && !isLess(most, value)
}

const isLess = (a: RuleValue, b: RuleValue): boolean =>
  (typeof a === 'number' && typeof b === 'number' && a < b) || (typeof a === 'string' && typeof b === 'string' && a < b)

/** The expressions that a reading evaluates. */
export function expressionsRead(reading: Reading): readonly (Expression | undefined)[] {
  if (reading.kind === 'calculated') return [reading.expression]
  return reading.kind === 'number' || reading.kind === 'date' ? [reading.min, reading.max] : []
}
