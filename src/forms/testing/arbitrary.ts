import fc from 'fast-check'
import type { TypedValues } from '../answers.ts'
import { FormDefinition, questionsOf } from '../definition.ts'
import type { Json } from '../json.ts'
import { cleanLine } from '../plain-text.ts'
import type { Question } from '../question.ts'
import type { Expression } from '../rules/expression.ts'
import { type WrittenQuestion, writtenForm } from './forms.ts'

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
  .map((steps) => possible(written(steps)))

type WrittenStep = { readonly when?: Expression | undefined; readonly questions: readonly WrittenQuestion[] }

function written(steps: readonly (readonly Plan[])[]): readonly WrittenStep[] {
  const earlier: Asked[] = []
  return steps.map((plans, step) => {
    const [first] = plans
    // Every third step has a rule of its own.
    const when = first && first.seed % 3 === 0 ? condition(earlier, first.seed + 1) : undefined
    const questions = plans.map(({ type, mandatory, seed }, index) => {
      const id = `q${step}-${index}`
      const rule = condition(earlier, seed + 2)
      const settings = {
        ...(type === 'radio' || type === 'checkboxes' ? { options } : {}),
        mandatory: mandatory && rule && seed % 2 === 0 ? rule : mandatory,
        when: condition(earlier, seed),
      }
      if (type !== 'text') earlier.push({ id, type })
      return { id, type, ...settings }
    })
    return { when, questions }
  })
}

/** The form without the conditions that can never hold, which no definition may have. */
function possible(steps: readonly WrittenStep[]): FormDefinition {
  const form = writtenForm(...steps.map(({ questions }) => questions))
  const ruled = form.steps.map((step, index) => ({ ...step, when: steps[index]?.when }))
  const read = FormDefinition.safeParse({ steps: ruled })
  if (read.success) return read.data
  const wrong = new Set(read.error.issues.map(({ path }) => path.join('.')))
  const without = <Part extends Readonly<Record<string, unknown>>>(part: Part, place: string): Part =>
    wrong.has(`${place}.when`) ? { ...part, when: undefined } : part
  return possible(
    steps.map((step, index) => ({
      ...without(step, `steps.${index}`),
      questions: step.questions.map((question, at) => without(question, `steps.${index}.questions.${at}`)),
    })),
  )
}

type Asked = { readonly id: string; readonly type: Plan['type'] }

function condition(earlier: readonly Asked[], seed: number): Expression | undefined {
  const one = earlier[seed % (earlier.length + 1)]
  if (!one) return undefined
  const first = comparison(one, seed)
  const second = comparison(earlier[(seed * 7) % earlier.length] ?? one, seed + 1)
  const forms: readonly Expression[] = [first, { '!': [first] }, { and: [first, second] }, { or: [second, first] }]
  return forms[seed % forms.length]
}

/** Something that an earlier question's answer may be. */
function comparison({ id, type }: Asked, seed: number): Expression {
  const option = ['a', 'b', 'c'][seed % 3] ?? 'a'
  if (type === 'yes-no') return { '==': [{ var: id }, seed % 2 === 0] }
  if (type === 'checkboxes') return { has: [{ var: id }, option] }
  return seed % 2 === 0 ? { '==': [{ var: id }, option] } : { in: [{ var: id }, [option, 'a']] }
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
