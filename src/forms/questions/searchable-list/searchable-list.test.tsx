import { describe, expect, it } from 'vitest'
import { FormDefinition } from '../../definition.ts'
import { fillForm } from '../../filled.ts'
import { findStep } from '../../navigation.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { formOf, writtenForm } from '../../testing/forms.ts'
import { rendered } from '../../testing/rendered.tsx'
import { today } from '../../testing/samples.ts'
import { validateForm } from '../../validation.ts'

const option = (id: string, label: string, parent?: string) => ({
  id,
  label: { sv: label },
  ...(parent ? { parent } : {}),
})

const aList = (options: readonly object[], settings: object = {}) => ({
  id: 'plats',
  type: 'searchable-list',
  label: { sv: 'Plats' },
  options,
  ...settings,
})

const faultsOf = (options: readonly object[]) =>
  FormDefinition.safeParse(writtenForm([aList(options)])).error?.issues.map(({ path, message }) => [
    path.slice(4).join('.'),
    message,
  ])

function pageOf(options: readonly object[], search: string): string {
  const form = formOf([aList(options)])
  const typed = { plats: { search, chosen: '' } }
  const step = findStep(fillForm(form, typed, { today }), 'steg-1')
  return step ? rendered(<StepQuestions step={step} typed={typed} facts={{ today }} problems={[]} />) : ''
}

const harbours = [option('vast', 'Västerviken'), option('lilla', 'Lilla hamnen'), option('stora', 'Stora hamnen')]

describe('a searchable list', () => {
  it('is refused when a branch hangs in the air, in a circle or twice', () => {
    expect(faultsOf([option('a', 'A', 'x')])).toEqual([['options.0.parent', '"x" is no option']])
    expect(faultsOf([option('a', 'A', 'b'), option('b', 'B', 'a'), option('c', 'C')])).toEqual([
      ['options.0.parent', 'stands under itself'],
      ['options.1.parent', 'stands under itself'],
    ])
    expect(faultsOf([option('a', 'A'), option('b', 'a ')])).toEqual([['options.1.label', '"a " is there twice']])
  })

  it('shows what fits below the box, those that begin so first', () => {
    const html = pageOf(harbours, 'hamnen')
    expect([...html.matchAll(/type="radio"[^>]*value="([^"]*)"/g)].map(([, id]) => id)).toEqual(['lilla', 'stora'])
    expect(html).toContain('2 svar passar. Välj:')
    expect(pageOf(harbours, 'lilla hamnen')).not.toContain('type="radio"')
    expect(pageOf(harbours, '')).not.toContain('type="radio"')
  })

  it('has the browser suggest from a short list alone', () => {
    expect(pageOf(harbours, '')).toContain('<option value="Lilla hamnen"')
    const many = Array.from({ length: 301 }, (_, index) => option(`o-${index}`, `Ort ${index}`))
    expect(pageOf(many, '')).not.toContain('<datalist')
  })

  it('lets what has others under it be chosen when the definition says so', () => {
    const options = [option('norr', 'Norr'), option('eken', 'Eken', 'norr')]
    const answersTo = (settings: object) =>
      validateForm(fillForm(formOf([aList(options, settings)]), { plats: { search: 'Norr', chosen: '' } }, { today }))
    expect(answersTo({ choose: 'all' })).toMatchObject({ ok: true, answers: { plats: 'norr' } })
    expect(answersTo({})).toMatchObject({ ok: false })
  })
})
