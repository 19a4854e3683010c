import type { Question } from '../question.ts'
import { typeOf } from '../questions/registry.ts'

/** Why no answer to a question is right, in a definition's author's words; undefined when some answer is. Its rules have been replaced by what they give. */
export function whyNoAnswer(question: Question): string | undefined {
  const crossed = pairs.map(([least, most]) => whyNothingBetween(question, least, most)).find(Boolean)
  if (crossed) return crossed
  const longest = settingOf(question, 'longest')
  if (typeof longest === 'number' && longest < 1) return `"longest" is ${longest}`
  return whyNoRow(question)
}

/** Settings that are the least and the greatest that is taken. */
const pairs = [
  ['min', 'max'],
  ['minAge', 'maxAge'],
  ['bornFrom', 'bornTo'],
] as const

function whyNothingBetween(question: Question, leastName: string, mostName: string): string | undefined {
  const least = settingOf(question, leastName)
  const most = settingOf(question, mostName)
  if (typeof least === 'string' && typeof most === 'string')
    return least > most ? `"${leastName}" is ${least} and "${mostName}" ${most}` : undefined
  if (typeof least !== 'number' || typeof most !== 'number') return undefined
  const unit = 10 ** decimalsOf(question)
  // In whole units, since 0.1 + 0.2 isn't 0.3 in binary fractions.
  const [first, last] = [Math.ceil(exact(least * unit)), Math.floor(exact(most * unit))]
  return first > last ? `"${leastName}" is ${least} and "${mostName}" ${most}` : undefined
}

const exact = (value: number): number => Number(value.toPrecision(12))

function decimalsOf(question: Question): number {
  const decimals = settingOf(question, 'decimals')
  if (typeof decimals === 'number') return decimals
  return settingOf(question, 'ore') === true ? 2 : 0
}

/** Rows that there must be can't be filled in when a cell can't that is mandatory in each of them. */
function whyNoRow(question: Question): string | undefined {
  const { inner } = typeOf(question)
  const needed = question.mandatory || Number(settingOf(question, 'min') ?? 0) > 0
  if (!inner || !needed) return undefined
  const cell = inner
    .of(question)
    .find((one) => one.when === undefined && one.mandatory === true && whyNoAnswer(one) !== undefined)
  return cell && `in its rows "${cell.id}" takes no answer: ${whyNoAnswer(cell)}`
}

const settingOf = (question: Question, name: string): unknown => Reflect.get(question, name)
