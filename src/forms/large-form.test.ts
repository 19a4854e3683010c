import jsonLogic from 'json-logic-js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { TypedValues } from './answers.ts'
import { FormDefinition, questionsOf } from './definition.ts'
import { expressionsIn } from './expressions.ts'
import { type FilledForm, fillForm } from './filled.ts'
import { findStep, nextStep, stepNumber } from './navigation.ts'
import { questionTypes } from './questions/registry.ts'
import { drawnQuestions, stepRules } from './step-rules.ts'
import { largeForm, largeGroup, typedLargeForm, writtenLargeForm } from './testing/large-form.ts'
import { firstWrongStep, validateForm, validateStep } from './validation.ts'

const facts = { today: '2027-01-15', person: { age: 40 } }
const form = FormDefinition.parse(writtenLargeForm)
const filled = (typed: TypedValues = typedLargeForm()) => fillForm(form, typed, facts)

/** What the page of a step asks of its form. */
function page(of: FilledForm, step: string): void {
  stepNumber(of, step)
  findStep(of, step)
  drawnQuestions(of, step)
  stepRules(of, step)
}

/** How often operations of rules were evaluated and answers read while something was done. */
function work(run: () => void): { readonly operations: number; readonly readings: number } {
  const asked = vi.spyOn(jsonLogic, 'apply')
  const read = questionTypes.map((type) => vi.spyOn(type, 'parse'))
  const seen = questionTypes.flatMap(({ rule }) => (rule ? [vi.spyOn(rule, 'value')] : []))
  run()
  const calls = (spies: readonly { readonly mock: { readonly calls: readonly unknown[] } }[]) =>
    spies.reduce((sum, { mock }) => sum + mock.calls.length, 0)
  const done = { operations: calls([asked]), readings: calls([...read, ...seen]) }
  vi.restoreAllMocks()
  return done
}

afterEach(() => vi.restoreAllMocks())

it('the large form is as large as it says, of many types, and right when it is filled in', () => {
  expect(form.steps).toHaveLength(largeForm.steps)
  expect(questionsOf(form)).toHaveLength(largeForm.questions)
  expect(expressionsIn(form)).toHaveLength(largeForm.rules)
  expect(new Set(questionsOf(form).map(({ type }) => type)).size).toBeGreaterThanOrEqual(10)
  const sent = validateForm(filled())
  expect(sent).toMatchObject({ ok: true })
  expect(sent.ok && sent.answers[largeGroup.question]).toHaveLength(largeForm.rows)
})

// Counted, since a busy machine would make milliseconds of it that nobody can compare.
describe('a page of a long form does no more than it needs', () => {
  it('asks few of 200 rules and reads few of 300 answers', () => {
    const { operations, readings } = work(() => page(filled(typedLargeForm(1)), 'omrade-27'))
    expect(operations).toBeLessThan(120)
    expect(readings).toBeLessThan(30)
  })

  it('reads a cell once, however many rules ask for it, and no cell that none asks for', () => {
    const few = work(() => page(filled(typedLargeForm(10)), 'omrade-28'))
    const many = work(() => page(filled(typedLargeForm(510)), 'omrade-28'))
    // Rules of this step and of the ways there ask for two of a row's six cells.
    expect(many.readings - few.readings).toBeLessThanOrEqual(2 * 500)
    const before = work(() => page(filled(typedLargeForm(510)), 'omrade-3'))
    expect(before.readings).toBeLessThan(30)
  })

  it('validates the step that is left, not those around it', () => {
    const of = filled()
    const { readings } = work(() => {
      validateStep(of, 'omrade-3')
      nextStep(of, 'omrade-3')
    })
    expect(readings).toBeLessThan(40)
  })

  it('looks for what is wrong from the first step that is not known to be right', () => {
    const of = filled()
    const { readings } = work(() => firstWrongStep(of, { from: 'omrade-3', before: 'omrade-4' }))
    expect(readings).toBeLessThan(40)
    expect(work(() => firstWrongStep(of, { from: 'omrade-1', before: 'omrade-4' })).readings).toBeGreaterThan(readings)
  })
})
