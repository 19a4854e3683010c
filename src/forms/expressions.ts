import type { FormShape, Step } from './form.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { remembered } from './remembered.ts'
import { expressionIn } from './ruled.ts'
import { asksFor, type Expression, questionAsked, rowScope } from './rules/expression.ts'

/** An expression that stands in a form, and its place. */
export type PlacedExpression = {
  readonly path: readonly (string | number)[]
  readonly expression: Expression
  /** What the expression decides: the name of the setting. */
  readonly setting: string
  /** The question that it belongs to; undefined for a step's. */
  readonly question: Question | undefined
  /** The question of the form itself that holds that question in its rows. */
  readonly within?: Question
}

/** Every expression of a form, in its order. */
export function expressionsIn(form: FormShape): readonly PlacedExpression[] {
  return form.steps.flatMap((step, index) => {
    const path = ['steps', index]
    const own: readonly PlacedExpression[] =
      step.when === undefined
        ? []
        : [{ path: [...path, 'when'], expression: step.when, setting: 'when', question: undefined }]
    return [...own, ...step.questions.flatMap((question, at) => expressionsOf(question, [...path, 'questions', at]))]
  })
}

/** Every name that some rule of a form asks for. */
export const namesAskedIn = remembered(
  (form: FormShape): ReadonlySet<string> =>
    new Set(expressionsIn(form).flatMap(({ expression }) => asksFor(expression))),
)

/** Whether an answer in a step decides over another question of the same step, or of the same row: the page then needs a button "Uppdatera" for those without JavaScript. */
export function opensWithin({ questions }: Step): boolean {
  const here = new Set(questions.map(({ id }) => id))
  return questions
    .flatMap((question) => expressionsOf(question, []))
    .flatMap(({ expression }) => asksFor(expression))
    .map(questionAsked)
    .some((asked) => asked === rowScope || here.has(asked ?? ''))
}

/** The expressions of one question: when it is shown, whether it is mandatory, its limits, what stands there beforehand; and those of the questions in its rows. */
export function expressionsOf(question: Question, path: readonly (string | number)[]): readonly PlacedExpression[] {
  const placed = (setting: string, expression: Expression | undefined): readonly PlacedExpression[] =>
    expression === undefined ? [] : [{ path: [...path, setting], expression, setting, question }]
  return [
    ...placed('when', question.when),
    ...placed('default', question.default),
    ...['mandatory', ...Object.keys(typeOf(question).ruled)].flatMap((setting) =>
      placed(setting, expressionIn(Reflect.get(question, setting))),
    ),
    ...innerExpressions(question, path),
  ]
}

function innerExpressions(question: Question, path: readonly (string | number)[]): readonly PlacedExpression[] {
  const { inner } = typeOf(question)
  if (!inner) return []
  return inner
    .of(question)
    .flatMap((cell, index) => expressionsOf(cell, [...path, inner.setting, index]))
    .map((placed) => ({ ...placed, within: question }))
}
