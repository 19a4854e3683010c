import { describe, expect, it } from 'vitest'
import { fillForm } from '../../filled.ts'
import { findStep } from '../../navigation.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { formOf } from '../../testing/forms.ts'
import { rendered } from '../../testing/rendered.tsx'
import { validateStep } from '../../validation.ts'
import { nothingTyped, type TypedPlace } from './typed.ts'

const facts = { today: '2027-03-31' }
const form = formOf([{ id: 'plats', type: 'place', label: { sv: 'Var är felet?' }, mandatory: true }])

/** The step's page after "Nästa", with this typed. */
function pageWith(typed: Partial<TypedPlace>): string {
  const filled = fillForm(form, { plats: { ...nothingTyped, ...typed } }, facts)
  const step = findStep(filled, 'steg-1')
  if (!step) throw new Error('The step is not visible')
  const problems = validateStep(filled, 'steg-1')
  return rendered(<StepQuestions step={step} typed={filled.typed} facts={facts} problems={problems} />)
}

describe('a place', () => {
  it('is missing as a whole: no single way to give it is wrong', () => {
    const html = pageWith({})
    expect(html).toMatch(/<fieldset class="question is-wrong[^>]*aria-describedby="[^"]*q-plats-group-problem"/)
    expect(html.match(/Fel: /g)).toHaveLength(1)
    expect(html).not.toContain('aria-invalid')
  })

  it('tells what is wrong beside the way that it was given in', () => {
    const html = pageWith({ position: 'norr om ån' })
    expect(html).toMatch(/<input(?=[^>]*name="q\.plats\.position")(?=[^>]*aria-invalid="true")/)
    expect(html).not.toMatch(/<fieldset class="question is-wrong/)
  })

  it('folds the coordinates away until there are some', () => {
    expect(pageWith({})).not.toMatch(/<details[^>]* open/)
    expect(pageWith({ words: 'Vid ån' })).not.toMatch(/<details[^>]* open/)
    expect(pageWith({ position: '63.8, 20.2' })).toMatch(/<details[^>]* open/)
  })
})
