import type { Question } from './question.ts'
import type { SettingsFault } from './question-type.ts'
import { longText } from './questions/long-text/type.ts'
import { typeOf } from './questions/registry.ts'

/**
 * What another party can't be asked. They answer on one page, beside what they are to sign, where there are no files to send, no rows to add
 * and no register to ask: the types that may stand in a row, longer texts, and what only tells.
 */
export function partyFaults(question: Question): readonly SettingsFault[] {
  const { type, inRows, asks } = typeOf(question)
  if (question.filledInBy === 'applicant' || inRows || !asks || longText.is(question)) return []
  return [{ path: ['filledInBy'], message: `another party can't answer a question of the type ${type}` }]
}
