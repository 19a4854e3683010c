import type { TypedValues } from '../../answers.ts'
import type { Facts } from '../../facts.ts'
import { held } from '../../json.ts'
import type { Question } from '../../question.ts'
import { standingOf } from './standing.ts'
import { organisation } from './type.ts'

/** The numbers (10 or 12 digits) that were given in some questions and that the company register has not answered yet. */
export const numbersToLookUp = (
  questions: readonly Question[],
  typed: TypedValues,
  facts: Facts,
): readonly string[] => [
  ...new Set(
    questions.filter(organisation.is).flatMap((question) => {
      if (!question.register) return []
      const { number, lookUp } = standingOf(organisation.readTyped(held(typed, question.id)), question, facts)
      const isAnswered = lookUp !== undefined && lookUp.answer.kind !== 'unavailable'
      return number === undefined || isAnswered ? [] : [number]
    }),
  ),
]
