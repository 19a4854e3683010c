import { describe, expect, it } from 'vitest'
import { textsFor } from '../../platform/texts/texts.ts'
import { FormDefinition } from '../definition.ts'
import { fillForm } from '../filled.ts'
import { findStep } from '../navigation.ts'
import { StepQuestions } from '../step-questions.tsx'
import { summarise } from '../summary.ts'
import { formOf, writtenForm } from '../testing/forms.ts'
import { rendered } from '../testing/rendered.tsx'
import { today } from '../testing/samples.ts'
import { validateForm } from '../validation.ts'

const options = ['inget', 'buss', 'cykel'].map((id) => ({ id, label: { sv: id } }))
const otherOption = { id: 'annat', label: { sv: 'annat' } }
const written = { id: 'resa', label: { sv: 'Hur reser du?' }, options, otherOption }

const values = (html: string) =>
  [...html.matchAll(/<input[^>]*type="checkbox"[^>]*value="([^"]*)"/g)].map(([, id]) => id)

describe('an option with a text of one’s own', () => {
  it.each(['radio', 'drop-down'])('is chosen by who writes without choosing (%s)', (type) => {
    const form = formOf([{ ...written, type }])
    const typed = { resa: { option: '', other: 'häst' } }
    const sent = validateForm(fillForm(form, typed, { today }))
    expect(sent).toMatchObject({ ok: true, answers: { resa: { option: 'annat', text: 'häst' } } })
    const [group] = sent.ok ? summarise(form, sent, textsFor('sv', 'Europe/Stockholm')) : []
    expect(group?.lines[0]?.value).toEqual({ kind: 'text', text: 'annat: häst' })
  })

  it('is seen by rules as the option that it is', () => {
    const form = formOf([
      { ...written, type: 'checkboxes' },
      { id: 'mer', type: 'text', when: { has: [{ var: 'resa' }, 'annat'] } },
    ])
    const shown = (other: string) =>
      findStep(fillForm(form, { resa: { options: ['annat'], other } }, { today }), 'steg-1')?.questions.length
    expect([shown('häst'), shown('')]).toEqual([2, 1])
  })

  it('can not have the id of another option', () => {
    const read = FormDefinition.safeParse(
      writtenForm([{ ...written, type: 'radio', otherOption: { ...otherOption, id: 'buss' } }]),
    )
    expect(read.error?.issues.map(({ path }) => path.slice(4))).toEqual([['otherOption', 'id']])
  })
})

describe('an option that excludes the others', () => {
  it('stands last, after the one with a text of one’s own', () => {
    const form = formOf([{ ...written, type: 'checkboxes', exclusive: 'inget' }])
    const step = findStep(fillForm(form, {}, { today }), 'steg-1')
    const html = step ? rendered(<StepQuestions step={step} typed={{}} facts={{ today }} problems={[]} />) : ''
    expect(values(html)).toEqual(['buss', 'cykel', 'annat', 'inget'])
    // What the page's script goes by.
    expect(html.match(/<input[^>]*data-alone/g)).toEqual([expect.stringContaining('value="inget"')])
  })
})
