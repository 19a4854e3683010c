import { expect, it } from 'vitest'
import { fillForm } from '../../filled.ts'
import { formOf } from '../../testing/forms.ts'
import { today } from '../../testing/samples.ts'
import { validateForm, validateStep } from '../../validation.ts'

const form = formOf([
  { id: 'under-18', type: 'stop', text: { sv: 'Be din vårdnadshavare.' }, when: { '<': [{ var: 'facts.age' }, 18] } },
])

it('a stop refuses step and form while it is shown, and neither when it is not', () => {
  const child = fillForm(form, {}, { today, person: { age: 17 } })
  expect(validateStep(child, 'steg-1')).toEqual([{ questionId: 'under-18', key: 'forms.problem.stopped' }])
  expect(validateForm(child).ok).toBe(false)
  const adult = fillForm(form, {}, { today, person: { age: 18 } })
  expect(validateForm(adult)).toEqual({ ok: true, answers: {}, asked: [] })
})
