import type { RuleValue, ValueType } from '../rules/value.ts'
import type { Use } from './uses.ts'

/** More options than these are not combined. */
const mostCombined = 5

/**
 * Values that stand for everything that can be answered, as far as these uses tell answers apart; no answer is the last of them.
 * Undefined when they can't be listed: somebody calculates with the value.
 */
export function representatives(type: ValueType, uses: readonly Use[]): readonly RuleValue[] | undefined {
  if (type.kind === 'boolean') return [true, false, null]
  if (type.kind === 'choice') return [...type.values, null]
  if (uses.some((use) => use.with === 'anything')) return undefined
  const constants = [...new Set(uses.flatMap((use) => (use.with === 'anything' ? [] : use.with)))]
  const texts = constants.filter((constant) => typeof constant === 'string')
  switch (type.kind) {
    case 'number':
      return [...around(constants.filter((constant) => typeof constant === 'number')), null]
    case 'choices':
      return texts.length > mostCombined ? undefined : [...subsets(texts), null]
    case 'text':
    case 'date':
    case 'time':
      // Each constant, and something that sorts before and after it.
      return ['', ...texts.flatMap((text) => [text, `${text}~`]), null]
    case 'parts':
      return [{}, null]
    case 'rows':
      return [[{}], null]
  }
}

/** Each number, one between each two, and one on either side of them all. */
function around(numbers: readonly number[]): readonly number[] {
  const sorted = numbers.toSorted((a, b) => a - b)
  const between = sorted.slice(1).map((number, index) => (number + (sorted[index] ?? number)) / 2)
  return [...sorted, ...between, (sorted[0] ?? 0) - 1, (sorted.at(-1) ?? 0) + 1]
}

/** Everything that can be chosen of these and others: what is chosen beside them makes no difference. */
function subsets(texts: readonly string[]): readonly (readonly string[])[] {
  let all: readonly (readonly string[])[] = [['']]
  for (const text of texts) all = all.flatMap((some) => [some, [...some, text]])
  return all
}
