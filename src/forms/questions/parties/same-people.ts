import { canonicalJson } from '../../canonical-json.ts'
import { held, type JsonObject } from '../../json.ts'
import type { AnswerProblem } from '../../problem.ts'
import type { Reading } from '../rows/cells-of-row.ts'
import { readRow } from '../rows/read-row.ts'
import type { TypedRows } from '../rows/typed.ts'
import { identityQuestion, nameQuestion } from './party-questions.ts'
import type { PartiesQuestion } from './settings.ts'

/** Says who stands in two rows. The whole question is wrong then: which of the rows is to be changed, only who wrote them knows. */
export function samePeople(
  { rows }: TypedRows,
  { rowName }: PartiesQuestion,
  reading: Reading,
): readonly AnswerProblem[] {
  const first = new Map<string, number>()
  return rows.flatMap((row, index): readonly AnswerProblem[] => {
    const read = readRow(row, reading)
    if (read.kind !== 'answer') return []
    const number = index + 1
    const who = whoIn(read.answer)
    const before = first.get(who)
    if (before === undefined) {
      first.set(who, number)
      return []
    }
    return [{ key: 'forms.problem.same-party', values: { first: before }, row: { number, name: rowName } }]
  })
}

/** The same for the same person. A number is enough; on a day many are born, but not with one name. */
function whoIn(answer: JsonObject): string {
  const identity = held(answer, identityQuestion) ?? null
  const hasNumber = typeof identity === 'object' && identity !== null && 'number' in identity
  const name = hasNumber ? null : String(held(answer, nameQuestion)).toLocaleLowerCase('sv')
  return canonicalJson({ identity, name })
}
