import { addDays } from '../rules/calendar-date.ts'
import type { RuleValue, ValueType } from '../rules/value.ts'
import type { Use } from './uses.ts'

/** More options than these are not combined. */
export const mostCombined = 5

/** More options than these are not tried one by one where somebody compares them with each other. */
const mostListed = 20

/** A day to try with where rules care for none in particular. */
export const someDay = '2027-03-31'

/**
 * Values that stand for everything that can be answered, as far as these uses tell answers apart; no answer is the last of them.
 * Undefined when they can't be listed: somebody calculates with the value.
 */
export function representatives(type: ValueType, uses: readonly Use[]): readonly RuleValue[] | undefined {
  if (type.kind === 'boolean') return [true, false, null]
  const isCalculatedWith = uses.some((use) => use.with === 'anything')
  if (type.kind === 'choice' && isCalculatedWith)
    return type.values.length > mostListed ? undefined : [...type.values, null]
  if (isCalculatedWith) return undefined
  const constants = [...new Set(uses.flatMap((use) => (use.with === 'anything' ? [] : use.with)))]
  const texts = constants.filter((constant) => typeof constant === 'string')
  switch (type.kind) {
    case 'number':
      return [...aroundNumbers(constants.filter((constant) => typeof constant === 'number')), null]
    case 'choice':
      // Those that no rule names are all the same to the rules.
      return [...texts, ...type.values.filter((value) => !texts.includes(value)).slice(0, 1), null]
    case 'choices':
      return texts.length > mostCombined ? undefined : [...subsets(texts), null]
    case 'text':
      // Each constant, and something that sorts before and after it.
      return ['', ...texts.flatMap((text) => [text, `${text}~`]), null]
    case 'date':
      return [...(texts.length === 0 ? [someDay] : around(texts, addDays)), null]
    case 'time':
      return [...(texts.length === 0 ? ['12:00'] : around(texts, addMinutes)), null]
    case 'parts':
      return [{}, null]
    case 'rows':
      return [[{}], null]
  }
}

/** Each number, one between each two, whole and not, and one on either side of them all. */
function aroundNumbers(numbers: readonly number[]): readonly number[] {
  const sorted = numbers.toSorted((a, b) => a - b)
  const between = sorted.slice(1).map((number, index) => (number + (sorted[index] ?? number)) / 2)
  const whole = between.flatMap((number) => [Math.floor(number), Math.ceil(number)])
  return [...new Set([...sorted, ...between, ...whole, (sorted[0] ?? 0) - 1, (sorted.at(-1) ?? 0) + 1])]
}

/** Each day or time, and those just before and after it: so there is one between any two that have one between them. */
const around = (texts: readonly string[], move: (text: string, by: number) => string): readonly string[] => [
  ...new Set(texts.flatMap((text) => [move(text, -1), text, move(text, 1)])),
]

/** `HH:MM` so many minutes later, within the day. */
function addMinutes(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const moved = Math.min(Math.max(hour * 60 + minute + minutes, 0), 24 * 60 - 1)
  return `${String(Math.floor(moved / 60)).padStart(2, '0')}:${String(moved % 60).padStart(2, '0')}`
}

/** Everything that can be chosen of these and others: what is chosen beside them makes no difference. */
function subsets(texts: readonly string[]): readonly (readonly string[])[] {
  let all: readonly (readonly string[])[] = [['']]
  for (const text of texts) all = all.flatMap((some) => [some, [...some, text]])
  return all
}
