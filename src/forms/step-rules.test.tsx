import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import type { TypedValues } from './answers.ts'
import type { FormDefinition } from './definition.ts'
import type { Facts } from './facts.ts'
import { type FilledForm, fillForm } from './filled.ts'
import { held } from './json.ts'
import { fieldName, shownField } from './names.ts'
import { findStep } from './navigation.ts'
import { readPosted } from './posted.ts'
import { type PostedForm, postedTexts } from './posted-form.ts'
import { questionTypes } from './questions/registry.ts'
import { readValue } from './rules/reading.ts'
import { outcomesOf } from './rules/step-rules.ts'
import { StepQuestions } from './step-questions.tsx'
import { drawnQuestions, stepRules } from './step-rules.ts'
import { arbitraryFilledForm } from './testing/arbitrary.ts'
import { aQuestion, formOf, type WrittenQuestion } from './testing/forms.ts'
import { postedFrom } from './testing/posted-from.ts'
import { rendered } from './testing/rendered.tsx'
import { samples, today } from './testing/samples.ts'

const facts = { today }

/** A step's page as it was drawn for what was saved, when somebody has typed something else in it since. */
function page(filled: FilledForm, stepId: string, typed: TypedValues): PostedForm {
  const step = filled.form.steps.find(({ id }) => id === stepId)
  if (!step) throw new Error('There is no such step')
  const drawn = drawnQuestions(filled, stepId).map((one) => ({ ...one, isShown: true }))
  const html = <StepQuestions step={step} drawn={drawn} typed={typed} facts={filled.facts} problems={[]} />
  return postedFrom(rendered(html))
}

/** Ids of the questions that the browser shows. */
function shownInBrowser(filled: FilledForm, stepId: string, posted: PostedForm): readonly string[] {
  const drawn = drawnQuestions(filled, stepId)
  const rules = stepRules(filled, stepId)
  const outcomes = rules ? outcomesOf(rules, (name) => postedTexts(posted, name)) : []
  const shown = new Map(outcomes.map((outcome) => [outcome.id, outcome.shown]))
  return drawn.filter(({ question, isShown }) => shown.get(question.id) ?? isShown).map(({ question }) => question.id)
}

const shownByServer = (form: FormDefinition, stepId: string, typed: TypedValues): readonly string[] =>
  findStep(fillForm(form, typed, facts), stepId)?.questions.map(({ id }) => id) ?? []

describe('the rules of a step in the browser', () => {
  it('show what the server shows once what stands in the fields is saved', () => {
    fc.assert(
      fc.property(arbitraryFilledForm, fc.infiniteStream(fc.boolean()), ([form, typed], coin) => {
        const saved = Object.fromEntries(Object.entries(typed).filter(() => coin.next().value))
        const filled = fillForm(form, saved, facts)
        for (const { id } of filled.steps) {
          const posted = page(filled, id, { ...saved, ...typed })
          const step = form.steps.find((one) => one.id === id)
          const later = { ...saved, ...(step && readPosted(step, posted)) }
          expect(shownInBrowser(filled, id, posted)).toEqual(shownByServer(form, id, later))
        }
      }),
    )
  })

  it('see numbers, dates and limits that other answers set as the server does', () => {
    const text = fc.oneof(
      fc.constantFrom('', '1', '12', '1 200,5', '−3', '0,25', '31', '2', '2027', '02', ' 5 ', '7\u00a0000', 'x', '1e3'),
      fc.string(),
    )
    const form = formOf([
      { id: 'minst', type: 'number', decimals: 1 },
      { id: 'antal', type: 'number', min: { var: 'minst' }, max: 7000 },
      { id: 'start', type: 'date', min: '2027-01-31' },
      { id: 'slut', type: 'date', min: { var: 'start' }, mandatory: { answered: [{ var: 'start' }] } },
      { id: 'namn', type: 'text', maxLength: 3 },
      { id: 'flera', type: 'text', when: { '>': [{ var: 'antal' }, 11] } },
      { id: 'dagar', type: 'text', when: { '>=': [{ 'days-between': [{ var: 'start' }, { var: 'slut' }] }, 0] } },
      { id: 'hej', type: 'text', when: { and: [{ answered: [{ var: 'namn' }] }, { '!=': [{ var: 'namn' }, 'x'] }] } },
      { id: 'sist', type: 'text', when: { answered: [{ var: 'flera' }] } },
    ])
    const date = fc.record({ day: text, month: text, year: fc.oneof(fc.constantFrom('2027', '2028'), text) })
    const typed = fc.record({ minst: text, antal: text, start: date, slut: date, namn: text, flera: text })
    fc.assert(
      fc.property(typed, typed, (saved, now) => {
        const filled = fillForm(form, saved, facts)
        const posted = page(filled, 'steg-1', { ...now })
        const step = form.steps[0]
        const later = fillForm(form, (step && readPosted(step, posted)) ?? {}, facts)
        expect(shownInBrowser(filled, 'steg-1', posted)).toEqual(later.steps[0]?.questions.map(({ id }) => id))
        const rules = stepRules(filled, 'steg-1')
        const outcomes = rules ? outcomesOf(rules, (name) => postedTexts(posted, name)) : []
        const mandatory = later.steps[0]?.questions.find(({ id }) => id === 'slut')?.mandatory
        expect(outcomes.find(({ id }) => id === 'slut')?.mandatory).toBe(mandatory)
      }),
    )
  })

  it.each(questionTypes.map(({ type }) => [type] as const))('read %s as its type does, when they read it', (type) => {
    for (const { settings, facts: known = { today }, right, wrong } of samples[type] ?? []) {
      for (const { typed } of [...right, ...wrong]) agree({ type, ...settings }, typed, known)
    }
  })
})

/** What the browser reads from a question's fields is what its type makes of their post. */
function agree(written: WrittenQuestion, typed: TypedValues[string], known: Facts): void {
  const form = formOf([{ id: 'fraga', ...written }])
  const question = aQuestion({ id: 'fraga', ...written })
  const type = questionTypes.find((one) => one.type === question.type)
  const reading = type?.rule?.reading(question, fieldName('fraga'))
  const filled = fillForm(form, {}, known)
  const [resolved] = filled.steps[0]?.questions ?? []
  const step = form.steps[0]
  if (!reading || !resolved || !step) return
  const posted = page(filled, 'steg-1', { fraga: typed })
  const saved = held(readPosted(step, { ...posted, [shownField]: 'fraga' }), 'fraga')
  const value = readValue(reading, (name) => postedTexts(posted, name), filled.data)
  expect(value).toEqual(type?.rule?.value(saved, resolved, known))
}

describe('the page of a step', () => {
  const options = ['a', 'b'].map((id) => ({ id, label: { sv: id } }))
  const form = formOf(
    [
      { id: 'forst', type: 'yes-no' },
      { id: 'alder', type: 'number' },
    ],
    [
      { id: 'vem', type: 'radio', options },
      { id: 'namn', type: 'text', when: { '==': [{ var: 'vem' }, 'b'] }, mandatory: true },
      { id: 'bara-om', type: 'text', when: { and: [{ var: 'forst' }, { '==': [{ var: 'vem' }, 'a'] }] } },
      { id: 'alltid', type: 'text', when: { var: 'forst' } },
      { id: 'sedan', type: 'text', when: { answered: [{ var: 'bara-om' }] } },
      { id: 'inte', type: 'text', when: { '!': [{ or: [{ var: 'forst' }, { answered: [{ var: 'namn' }] }] }] } },
      { id: 'inte-bada', type: 'text', when: { '!': [{ and: [{ var: 'forst' }, { answered: [{ var: 'vem' }] }] }] } },
      { id: 'ung', type: 'text', when: { or: [{ '<': [{ var: 'facts.age' }, 18] }, { answered: [{ var: 'vem' }] }] } },
    ],
  )
  const drawn = (typed: TypedValues) =>
    drawnQuestions(fillForm(form, typed, facts), 'steg-2').map(({ question, isShown }) => [question.id, isShown])

  it('draws what answers in the step can show, and nothing that answers elsewhere rule out', () => {
    expect(drawn({})).toEqual([
      ['vem', true],
      ['namn', false],
      ['inte', true],
      ['inte-bada', true],
      ['ung', false],
    ])
    expect(drawn({ forst: 'yes', vem: 'b' })).toEqual([
      ['vem', true],
      ['namn', true],
      ['bara-om', false],
      ['alltid', true],
      ['sedan', false],
      ['inte-bada', false],
      ['ung', true],
    ])
  })

  it('carries no more than its rules ask for', () => {
    const person = { name: 'Ada Exempel', email: 'ada@exempel.se', age: 36 }
    const rules = stepRules(fillForm(form, { forst: 'yes', alder: '36' }, { today, person }), 'steg-2')
    expect(rules?.data).toEqual({ forst: true, facts: { age: 36 } })
    expect(stepRules(fillForm(form, {}, facts), 'steg-1')).toBeUndefined()
  })

  it('holds what is hidden back from posts and from those who listen, in valid HTML', async () => {
    const filled = fillForm(form, { namn: 'Ada' }, facts)
    const step = findStep(filled, 'steg-2')
    if (!step) throw new Error('The step is not visible')
    const html = rendered(
      <StepQuestions
        step={step}
        drawn={drawnQuestions(filled, 'steg-2')}
        typed={filled.typed}
        facts={facts}
        problems={[]}
      />,
    )
    expect(html).toMatch(/<fieldset[^>]* data-question="namn"[^>]* hidden disabled>/)
    expect(html).toMatch(/<fieldset[^>]* data-question="inte"[^>]*role="presentation">/)
    // A fieldset needs no legend when its role says that it's no group.
    const rules = { 'wcag/h71': 'off' } as const
    const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'], rules })
    const report = await validator.validateString(html)
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => [ruleId, message]))).toEqual(
      [],
    )
  })
})
