import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FormDefinition } from '../definition.ts'
import { expressionsIn } from '../expressions.ts'
import { fillForm } from '../filled.ts'
import { held } from '../json.ts'
import { visibleQuestions } from '../navigation.ts'
import { typeOf } from '../questions/registry.ts'
import { holds } from '../rules/evaluate.ts'
import type { Expression } from '../rules/expression.ts'
import { answeredAs } from '../testing/answered-as.ts'
import { arbitraryFinishedForm } from '../testing/arbitrary.ts'
import { type WrittenQuestion, writtenForm } from '../testing/forms.ts'
import { validateForm } from '../validation.ts'
import type { Finding } from './finding.ts'
import { formFindings } from './form-findings.ts'
import { proving } from './proving.ts'
import { someDay } from './representatives.ts'

/** A proof takes some milliseconds, and longer on a busy machine. */
const runs = { numRuns: 30 }

const findingsIn = (form: FormDefinition) => formFindings(proving(form, { login: 'optional' }))

const settingAt = (form: FormDefinition, path: Finding['path']) =>
  expressionsIn(form).find((placed) => placed.path.join('.') === path.join('.'))

it('says never and always of nothing that somebody who can send has seen otherwise', () => {
  fc.assert(
    fc.property(arbitraryFinishedForm, ([form, typed]) => {
      const filled = fillForm(form, typed, { today: someDay })
      fc.pre(validateForm(filled).ok)
      const visible = new Set(visibleQuestions(filled).map(({ id }) => id))
      const steps = new Set(filled.steps.map(({ id }) => id))
      for (const { code, path } of findingsIn(form)) {
        const step = form.steps[Number(path[1])]
        const question = step?.questions[Number(path[3])]
        if (code === 'step-never-reached') expect(steps.has(step?.id ?? '')).toBe(false)
        if (code === 'question-never-shown') expect(visible.has(question?.id ?? '')).toBe(false)
        const rule = settingAt(form, path)
        if (!rule || (question ? !visible.has(question.id) : !steps.has(step?.id ?? ''))) continue
        if (code === 'rule-always-true') expect(holds(rule.expression, filled.data)).toBe(true)
        if (code === 'rule-never-true') expect(holds(rule.expression, filled.data)).toBe(false)
      }
    }),
    runs,
  )
})

it('shows rules by answers that can be given, to those who see the rule', () => {
  fc.assert(
    fc.property(arbitraryFinishedForm, ([form]) => {
      for (const { code, path, example } of findingsIn(form)) {
        if (!example) continue
        const { data } = answeredAs(form, example)
        const rule = settingAt(form, path)
        if (code === 'rule-always-true') expect(rule && holds(rule.expression, data)).toBe(true)
        if (code === 'rule-never-true') expect(rule && holds(rule.expression, data)).toBe(false)
      }
    }),
    runs,
  )
})

const limit = (index: number): fc.Arbitrary<Expression | undefined> =>
  fc.option(
    fc.oneof(
      fc.integer({ min: -3, max: 9 }),
      fc.nat(Math.max(index - 1, 0)).map((before): Expression => ({ var: `tal-${before}` })),
    ),
    { nil: undefined },
  )

/** Numbers whose limits are constants or other numbers, some of which are asked of some alone. */
const arbitraryLimits: fc.Arbitrary<FormDefinition> = fc
  .integer({ min: 2, max: 3 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) => fc.tuple(limit(index), limit(index), fc.boolean(), fc.boolean())),
    ),
  )
  .map((numbers) =>
    numbers.map(([min, max, mandatory, asked], index): WrittenQuestion => {
      const first = index === 0
      return {
        id: `tal-${index}`,
        type: 'number',
        min: first ? 0 : min,
        max: first ? 6 : max,
        mandatory,
        ...(asked && !first ? { when: { '>': [{ var: `tal-${index - 1}` }, 2] } } : {}),
      }
    }),
  )
  .map((questions) => FormDefinition.safeParse(writtenForm(questions)).data)
  .filter((form) => form !== undefined)

it('shows dead ends by answers after which no number is right', () => {
  let shown = 0
  fc.assert(
    fc.property(arbitraryLimits, (form) => {
      for (const { code, path, example } of findingsIn(form)) {
        if (code !== 'dead-end' && code !== 'limits-contradict') continue
        const id = form.steps[Number(path[1])]?.questions[Number(path[3])]?.id
        const filled = example && answeredAs(form, example)
        const question = filled && visibleQuestions(filled).find((visible) => visible.id === id)
        expect(question?.mandatory).toBe(code === 'dead-end')
        for (let number = -12; number <= 12; number += 1) {
          if (question)
            expect(typeOf(question).parse(String(number).replace('-', '−'), question, filled.facts).kind).toBe(
              'problems',
            )
        }
        shown += 1
      }
    }),
    runs,
  )
  expect(shown).toBeGreaterThan(0)
})

it('finds every dead end that somebody comes to who answers with small numbers', () => {
  fc.assert(
    fc.property(
      arbitraryLimits,
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }),
      (form, numbers) => {
        const typed = Object.fromEntries(numbers.map((number, index) => [`tal-${index}`, String(number)]))
        const findings = findingsIn(form)
        const filled = fillForm(form, typed, { today: someDay })
        for (const question of visibleQuestions(filled)) {
          const [min, max] = [Reflect.get(question, 'min'), Reflect.get(question, 'max')]
          const earlier = visibleQuestions(filled).slice(0, visibleQuestions(filled).indexOf(question))
          const isRight = earlier.every(
            (one) => typeOf(one).parse(held(typed, one.id), one, filled.facts).kind === 'answer',
          )
          if (!isRight || typeof min !== 'number' || typeof max !== 'number' || min <= max) continue
          expect(findings.map(({ path }) => path.at(3))).toContain(Number(question.id.slice(4)))
        }
      },
    ),
    runs,
  )
})
