import type { Question } from './question.ts'
import type { AnyQuestionType } from './question-type.ts'
import { expressionIn } from './ruled.ts'
import { evaluate, holds } from './rules/evaluate.ts'
import { asksFor, type Expression, questionAsked, rowScope } from './rules/expression.ts'
import type { RuleParts } from './rules/value.ts'

/**
 * A question with what its rules give in the place of each that sets something (all but `when` and `default`); a limit without value is
 * none. What asks for the row that the question stands in is left as it is until `data` has that row.
 */
export function resolveSettings(question: Question, { ruled }: AnyQuestionType, data: RuleParts): Question {
  const inRow = Object.hasOwn(data, rowScope)
  const given = ['mandatory', ...Object.keys(ruled)].flatMap((name): readonly (readonly [string, unknown])[] => {
    const expression = expressionIn(Reflect.get(question, name))
    if (expression === undefined || (!inRow && asksForRow(expression))) return []
    return [[name, name === 'mandatory' ? holds(expression, data) : (evaluate(expression, data) ?? undefined)]]
  })
  // The brand stays true: a constant of the kind that the type asks for stands where the expression stood (`definition.ts` checks it).
  return given.length === 0 ? question : ({ ...question, ...Object.fromEntries(given) } as Question)
}

/** Whether an expression asks for other cells of its row. */
export const asksForRow = (expression: Expression): boolean =>
  asksFor(expression).some((name) => questionAsked(name) === rowScope)
