import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { textsFor } from '../platform/texts/texts.ts'
import { opensWithin } from './expressions.ts'
import { fillForm } from './filled.ts'
import { findStep } from './navigation.ts'
import { StepQuestions } from './step-questions.tsx'
import { summariseTyped } from './summary.ts'
import { aQuestion, formOf, type WrittenQuestion } from './testing/forms.ts'
import { rendered } from './testing/rendered.tsx'
import { today } from './testing/samples.ts'

const options = ['a', 'b', 'c'].map((id) => ({ id, label: { sv: id } }))
const texts = textsFor('sv', 'Europe/Stockholm')

function page(questions: readonly WrittenQuestion[], props: Partial<Parameters<typeof StepQuestions>[0]> = {}) {
  const step = findStep(fillForm(formOf(questions), {}, { today }), 'steg-1')
  if (!step) throw new Error('The step is not visible')
  return rendered(<StepQuestions step={step} typed={{}} facts={{ today }} problems={[]} {...props} />)
}

describe('the questions of a step', () => {
  it('share no element id, even when their ids are alike', async () => {
    const html = page([
      { id: 'skola', type: 'radio', options },
      { id: 'skola-2', type: 'checkboxes', options },
      { id: 'skola-2-2', type: 'text', help: { sv: 'Hjälp' } },
      { id: 'start', type: 'date' },
      { id: 'start-month', type: 'date' },
      { id: 'start-question', type: 'contact' },
    ])
    const report = await new HtmlValidate({ rules: { 'no-dup-id': 'error' } }).validateString(html)
    expect(report.results).toEqual([])
    expect(html).toContain('id="q-skola_2"')
  })

  it('say help, example, and why they are asked', () => {
    const html = page([
      { type: 'text', help: { sv: 'Skriv kort.' }, example: { sv: '4711' }, why: { sv: 'För att hitta lampan.' } },
    ])
    expect(html).toMatch(/Skriv kort\..*Exempel: 4711.*Varför frågar vi\?.*För att hitta lampan\./)
  })

  it('say of an answer that other parties do not see it, and of no other', () => {
    const hidden = page([{ type: 'radio', options, hiddenFromParties: true }])
    expect(hidden).toMatch(/-help"[^>]*>.*Andra som skriver under ser inte svaret/)
    expect(page([{ type: 'radio', options }])).not.toContain('Andra som skriver under')
  })

  it('show what another window saved beside what was typed here', () => {
    const html = page([{ id: 'namn', type: 'text', label: { sv: 'Lampans nummer' } }], {
      typed: { namn: 'mitt' },
      conflicts: [{ questionId: 'namn', theirs: { kind: 'text', text: '<deras>' } }],
    })
    expect(html).toContain('Svaret är ändrat i ett annat fönster')
    expect(html).toContain('&lt;deras')
    expect(html).toContain('value="mitt"')
  })

  it('show that another window took an answer away', () => {
    const html = page([{ id: 'namn', type: 'text' }], {
      conflicts: [{ questionId: 'namn', theirs: { kind: 'nothing' } }],
    })
    expect(html).toContain('Inget svar')
  })
})

describe('summariseTyped', () => {
  const number = aQuestion({ id: 'antal', type: 'number', unit: { sv: 'meter' } })

  it.each([
    ['a right answer in words', '0050', { kind: 'text', text: '50 meter' }],
    ['a wrong one as it was typed', 'många', { kind: 'text', text: 'många' }],
    ['nothing as nothing', '', { kind: 'nothing' }],
  ])('says %s', (_name, typed, value) => {
    expect(summariseTyped(number, { typed: { antal: typed }, facts: { today } }, texts)).toEqual(value)
  })

  it('says a wrong date as it was typed', () => {
    const typed = { vilken: { day: '31', month: '2', year: '2027' } }
    const question = aQuestion({ id: 'vilken', type: 'date' })
    expect(summariseTyped(question, { typed, facts: { today } }, texts)).toEqual({ kind: 'text', text: '31 2 2027' })
  })
})

describe('opensWithin', () => {
  const first = { id: 'ja', type: 'yes-no' }
  const second = { type: 'text', when: { var: 'ja' } }

  it('is true when a question opens another of its own step', () => {
    expect(formOf([first, second]).steps.map(opensWithin)).toEqual([true])
  })

  it('is false when it opens one of another step', () => {
    expect(formOf([first], [second]).steps.map(opensWithin)).toEqual([false, false])
  })
})
