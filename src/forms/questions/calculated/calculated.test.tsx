import { describe, expect, it } from 'vitest'
import { FormDefinition } from '../../definition.ts'
import { fillForm } from '../../filled.ts'
import { findStep } from '../../navigation.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { formOf, writtenForm } from '../../testing/forms.ts'
import { rendered } from '../../testing/rendered.tsx'
import { today } from '../../testing/samples.ts'
import { validateForm } from '../../validation.ts'

const questions = [
  { id: 'antal', type: 'number' },
  { id: 'bidrag', type: 'calculated', gives: 'amount', value: { '*': [{ var: 'antal' }, 7] } },
  { id: 'halva', type: 'calculated', gives: 'number', value: { '/': [{ var: 'bidrag' }, 2] } },
  { id: 'hogst', type: 'amount', max: { var: 'bidrag' } },
]

const form = formOf(questions)

function pageFor(typed: Readonly<Record<string, string>>): string {
  const step = findStep(fillForm(form, typed, { today }), 'steg-1')
  return step ? rendered(<StepQuestions step={step} typed={typed} facts={{ today }} problems={[]} />) : ''
}

describe('a calculated value', () => {
  it('follows from the answers before it, calculated ones too, and is sent', () =>
    expect(validateForm(fillForm(form, { antal: '3' }, { today }))).toMatchObject({
      answers: { antal: 3, bidrag: 21, halva: 10.5 },
    }))

  it('can be a limit', () =>
    expect(validateForm(fillForm(form, { antal: '3', hogst: '22' }, { today }))).toMatchObject({
      steps: [{ problems: [{ key: 'forms.problem.amount-too-large', values: { max: { amount: 21 } } }] }],
    }))

  it('says that it waits, and is no answer, while one is missing', () => {
    expect(validateForm(fillForm(form, {}, { today }))).toMatchObject({ ok: true, answers: {} })
    expect(pageFor({})).toContain('Räknas ut när')
    expect(pageFor({ antal: '3' })).toMatch(/21\skr/)
  })

  it('is never taken from what was posted', () =>
    expect(validateForm(fillForm(form, { antal: '3', bidrag: '1000000' }, { today }))).toMatchObject({
      answers: { bidrag: 21 },
    }))

  it('is refused without an expression, or with one that gives something else', () => {
    const faultsOf = (settings: object) =>
      FormDefinition.safeParse(writtenForm([{ type: 'calculated', gives: 'number', ...settings }])).error?.issues.map(
        ({ path }) => path.slice(4),
      )
    expect(faultsOf({ value: 7 })).toEqual([['value']])
    expect(faultsOf({ value: { var: 'facts.today' } })).toEqual([['value']])
  })
})
