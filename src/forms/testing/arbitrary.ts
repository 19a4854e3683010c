import fc from 'fast-check'
import type { TypedValues } from '../answers.ts'
import { type FormDefinition, questionsOf } from '../definition.ts'
import type { Json } from '../json.ts'
import { cleanLine } from '../plain-text.ts'
import type { Question } from '../question.ts'
import type { Condition } from '../rules/condition.ts'
import { formOf, type WrittenQuestion } from './forms.ts'

const options = ['a', 'b', 'c'].map((id) => ({ id, label: { sv: id.toUpperCase() } }))

type Plan = {
  readonly type: 'radio' | 'checkboxes' | 'yes-no' | 'text'
  readonly mandatory: boolean
  readonly seed: number
}

const plan: fc.Arbitrary<Plan> = fc.record({
  type: fc.constantFrom('radio', 'checkboxes', 'yes-no', 'text'),
  mandatory: fc.boolean(),
  seed: fc.nat(),
})

/** Forms of up to six steps of up to five questions, many of which depend on earlier ones. */
const arbitraryForm: fc.Arbitrary<FormDefinition> = fc
  .array(fc.array(plan, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  .map((steps) => formOf(...written(steps)))

function written(steps: readonly (readonly Plan[])[]): readonly (readonly WrittenQuestion[])[] {
  const earlier: { readonly id: string; readonly values: readonly string[] }[] = []
  return steps.map((plans, step) =>
    plans.map(({ type, mandatory, seed }, index) => {
      const id = `q${step}-${index}`
      const when = condition(earlier, seed)
      if (type !== 'text') earlier.push({ id, values: type === 'yes-no' ? ['yes', 'no'] : ['a', 'b', 'c'] })
      const settings = type === 'radio' || type === 'checkboxes' ? { options } : {}
      return { id, type, mandatory, ...settings, ...(when ? { when } : {}) }
    }),
  )
}

function condition(
  earlier: readonly { readonly id: string; readonly values: readonly string[] }[],
  seed: number,
): Condition | undefined {
  const one = earlier[seed % (earlier.length + 1)]
  if (!one) return undefined
  const compare = { question: one.id, in: [one.values[seed % one.values.length] ?? ''] }
  const other = earlier[(seed * 7) % earlier.length] ?? one
  const second = { question: other.id, in: other.values.slice(0, 2) }
  const forms: readonly Condition[] = [
    compare,
    { not: compare },
    { all: [compare, second] },
    { any: [second, compare] },
  ]
  return forms[seed % forms.length]
}

/** What may have been typed in such a form: right, wrong, nothing, or JSON of another kind. */
function arbitraryTyped(form: FormDefinition): fc.Arbitrary<TypedValues> {
  const value = fc.oneof(
    fc.constantFrom('a', 'b', 'c', 'yes', 'no', '', 'text'),
    fc.subarray(['a', 'b', 'c', 'x']),
    fc.string({ unit: 'binary' }),
    fc.constant(null),
  )
  return fc
    .array(fc.option(value, { nil: undefined }), {
      minLength: questionsOf(form).length,
      maxLength: questionsOf(form).length,
    })
    .map((values) => filledIn(form, values))
}

const filledIn = (form: FormDefinition, values: readonly (Json | undefined)[]): TypedValues =>
  Object.fromEntries(
    questionsOf(form).flatMap(({ id }, index) => {
      const typed = values[index]
      return typed === undefined ? [] : [[id, typed] as const]
    }),
  )

/** A form and what was typed in it. */
export const arbitraryFilledForm: fc.Arbitrary<readonly [FormDefinition, TypedValues]> = arbitraryForm.chain((form) =>
  arbitraryTyped(form).map((typed) => [form, typed] as const),
)

/** A form and answers typed in it that are all right; optional questions may lack theirs. */
export const arbitraryFinishedForm: fc.Arbitrary<readonly [FormDefinition, TypedValues]> = arbitraryForm.chain((form) =>
  fc
    .tuple(
      ...questionsOf(form).map((question) =>
        question.mandatory ? rightValue(question) : fc.option(rightValue(question), { nil: undefined }),
      ),
    )
    .map((values) => [form, filledIn(form, values)] as const),
)

function rightValue({ type }: Question): fc.Arbitrary<Json> {
  if (type === 'yes-no') return fc.constantFrom('yes', 'no')
  if (type === 'radio') return fc.constantFrom('a', 'b', 'c')
  if (type === 'checkboxes') return fc.subarray(['c', 'a', 'b'], { minLength: 1 })
  return fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => cleanLine(text) !== '')
}
