import { describe, expect, it } from 'vitest'
import type { Facts } from './facts.ts'
import { fillForm, valueIn } from './filled.ts'
import { FormShape } from './form.ts'
import { visibleQuestions } from './navigation.ts'
import { readPosted } from './posted.ts'
import { factsNeeded, prefill } from './prefill.ts'
import { formOf, writtenForm } from './testing/forms.ts'
import { today } from './testing/samples.ts'
import { validateForm, validateStep } from './validation.ts'

const facts: Facts = { today }
const ids = (filled: ReturnType<typeof fillForm>) => visibleQuestions(filled).map(({ id }) => id)
const problems = (filled: ReturnType<typeof fillForm>) => validateStep(filled, 'steg-1').map(({ key }) => key)

describe('a hidden question', () => {
  const form = formOf([
    { id: 'svar', type: 'yes-no' },
    { id: 'antal', type: 'number', when: { var: 'svar' } },
    { id: 'mer', type: 'text', when: { '>': [{ var: 'antal' }, 5] } },
    { id: 'obesvarad', type: 'text', when: { '!': { answered: { var: 'antal' } } } },
  ])

  it('has no answer for rules, and keeps what was typed', () => {
    const typed = { svar: 'no', antal: '7', mer: 'text' }
    const filled = fillForm(form, typed, facts)
    expect(ids(filled)).toEqual(['svar', 'obesvarad'])
    expect(valueIn(filled, { var: 'antal' })).toBeNull()
    expect(filled.typed).toBe(typed)
    expect(ids(fillForm(form, { ...filled.typed, svar: 'yes' }, facts))).toEqual(['svar', 'antal', 'mer'])
  })

  it('is not validated, asked or sent', () => {
    const sent = validateForm(fillForm(form, { svar: 'no', antal: 'fel' }, facts))
    expect(sent).toEqual({ ok: true, answers: { svar: false }, asked: ['svar', 'obesvarad'] })
  })

  it('called as something that every object has is hidden, too', () => {
    const odd = formOf([
      { id: 'constructor', type: 'yes-no', when: false === today.startsWith('x') ? { var: 'facts.loggedIn' } : true },
      { id: 'efter', type: 'text', when: { answered: { var: 'constructor' } } },
    ])
    expect(ids(fillForm(odd, {}, facts))).toEqual([])
  })
})

describe('an answer that is wrong', () => {
  const form = formOf([
    { id: 'antal', type: 'number', max: 10 },
    { id: 'mer', type: 'text', when: { '>': [{ var: 'antal' }, 5] } },
  ])

  it('is no answer for rules', () => {
    expect(ids(fillForm(form, { antal: '7' }, facts))).toEqual(['antal', 'mer'])
    expect(ids(fillForm(form, { antal: '70' }, facts))).toEqual(['antal'])
    expect(ids(fillForm(form, { antal: 'sju' }, facts))).toEqual(['antal'])
  })
})

describe('by rule', () => {
  const form = formOf([
    { id: 'hund', type: 'yes-no' },
    { id: 'namn', type: 'text', mandatory: { var: 'hund' } },
    { id: 'platser', type: 'number' },
    { id: 'antal', type: 'number', min: 1, max: { '*': [{ var: 'platser' }, 2] } },
    { id: 'dag', type: 'date', min: { 'plus-days': [{ var: 'facts.today' }, 14] } },
  ])
  const day = { day: '13', month: '4', year: '2027' }

  it('a question is mandatory', () => {
    expect(problems(fillForm(form, { hund: 'yes' }, facts))).toEqual(['forms.missing.text'])
    expect(problems(fillForm(form, { hund: 'no' }, facts))).toEqual([])
    expect(problems(fillForm(form, {}, facts))).toEqual([])
  })

  it('an answer has limits, and none while the rule has no value', () => {
    expect(problems(fillForm(form, { platser: '3', antal: '7' }, facts))).toEqual(['forms.problem.too-large'])
    expect(problems(fillForm(form, { platser: '3', antal: '6' }, facts))).toEqual([])
    expect(problems(fillForm(form, { antal: '7' }, facts))).toEqual([])
    expect(problems(fillForm(form, { antal: '0' }, facts))).toEqual(['forms.problem.too-small'])
    expect(problems(fillForm(form, { dag: day }, facts))).toEqual(['forms.problem.too-early'])
    expect(problems(fillForm(form, { dag: day }, { today: '2027-03-30' }))).toEqual([])
  })

  it('shows settings that are constants', () => {
    const [, name, , count, date] = visibleQuestions(fillForm(form, { hund: 'yes', platser: '4' }, facts))
    expect(name?.mandatory).toBe(true)
    expect(count).toMatchObject({ min: 1, max: 8 })
    expect(date).toMatchObject({ min: '2027-04-14' })
  })
})

describe('a default', () => {
  const form = formOf([
    { id: 'barn', type: 'number', default: 2 },
    { id: 'start', type: 'date', default: { 'plus-months': [{ var: 'facts.today' }, 1] } },
    { id: 'vem', type: 'yes-no', default: { '>=': [{ var: 'facts.age' }, 18] } },
    {
      id: 'sort',
      type: 'radio',
      options: ['a', 'b'].map((id) => ({ id, label: { sv: id } })),
      default: { if: [{ '>': [{ var: 'barn' }, 3] }, 'a', 'b'] },
    },
  ])

  it('stands there until something is typed', () => {
    const first = prefill(form, {}, { today, person: { age: 17 } })
    expect(first).toEqual({ barn: '2', start: { day: '30', month: '4', year: '2027' }, vem: 'no', sort: 'b' })
    expect(prefill(form, { barn: '4', start: '', vem: '' }, facts)).toEqual({ sort: 'a' })
  })

  it('builds on the defaults before it, and on what these give', () => {
    const choose = (id: string, when: object) => ({ id, type: 'yes-no', default: { if: [when, true, false] } })
    const chain = formOf([
      choose('ett', { '==': [1, 1] }),
      { id: 'antal', type: 'number', default: { if: [{ var: 'ett' }, 3, 1] } },
      { id: 'dubbla', type: 'calculated', gives: 'number', value: { '*': [{ var: 'antal' }, 2] } },
      choose('manga', { '>': [{ var: 'dubbla' }, 5] }),
      { id: 'visas', type: 'number', when: { var: 'manga' }, default: 7 },
      { id: 'sist', type: 'number', default: { var: 'visas' } },
    ])
    const given = { ett: 'yes', antal: '3', manga: 'yes', visas: '7', sist: '7' }
    expect(prefill(chain, {}, facts)).toEqual(given)
    expect(prefill(chain, { ett: 'no' }, facts)).toEqual({ antal: '1', manga: 'no', visas: '7' })
    expect(prefill(chain, { antal: '' }, facts)).toEqual({ ett: 'yes', manga: 'no', visas: '7' })
  })

  it('that has no value is none', () => {
    const without = formOf([{ id: 'alder', type: 'number', default: { var: 'facts.age' } }])
    expect(prefill(without, {}, facts)).toEqual({})
    expect(prefill(without, {}, { today, person: { age: 40 } })).toEqual({ alder: '40' })
  })

  it('needs the facts that it asks for', () => {
    expect([...factsNeeded(form)]).toEqual(['person'])
    expect([...factsNeeded(formOf([{ type: 'date', min: { var: 'facts.today' } }]))]).toEqual([])
  })
})

describe('a step', () => {
  const form = formOf([{ id: 'svar', type: 'yes-no' }], [{ id: 'mer', type: 'text', mandatory: true }])
  const { steps } = form
  const ruled = formOf([{ id: 'svar', type: 'yes-no' }], [{ id: 'mer', type: 'text', when: { var: 'svar' } }])

  it('whose rule does not hold is passed over with all its questions', () => {
    const withRule = { steps: steps.map((step, index) => (index === 1 ? { ...step, when: { var: 'svar' } } : step)) }
    expect(fillForm(withRule, { svar: 'yes' }, facts).steps.map(({ id }) => id)).toEqual(['steg-1', 'steg-2'])
    const filled = fillForm(withRule, { svar: 'no' }, facts)
    expect(filled.steps.map(({ id }) => id)).toEqual(['steg-1'])
    expect(validateForm(filled)).toEqual({ ok: true, answers: { svar: false }, asked: ['svar'] })
  })

  it('whose questions are all hidden is passed over, too', () => {
    expect(fillForm(ruled, {}, facts).steps.map(({ id }) => id)).toEqual(['steg-1'])
  })
})

describe('a question for the other party', () => {
  const form = formOf([
    { id: 'egen', type: 'text' },
    { id: 'deras', type: 'yes-no', mandatory: true, filledInBy: 'party' },
    { id: 'efter', type: 'text', when: { '!': { var: 'deras' } } },
  ])

  it('is not shown to the applicant, and has no answer', () => {
    const filled = fillForm(form, { deras: 'yes' }, facts)
    expect(ids(filled)).toEqual(['egen', 'efter'])
    expect(validateForm(filled).ok).toBe(true)
  })

  it('is not filled in with what is known of the applicant, who is asked for nothing on its account', () => {
    // A definition can't have such a question any more; a published one may.
    const theirs = FormShape.parse(writtenForm([{ id: 'deras', type: 'contact', filledInBy: 'party' }]))
    expect([...factsNeeded(theirs)]).toEqual([])
    expect(prefill(theirs, {}, { ...facts, person: { email: 'ada@exempel.se' } })).toEqual({})
  })

  it('is not read from a post of the applicant', () => {
    const [step] = form.steps
    expect(step && readPosted(step, { shown: ['egen', 'deras'], 'q.egen': 'a', 'q.deras': 'yes' })).toEqual({
      egen: 'a',
    })
  })
})

describe('the facts', () => {
  const about = (known: Facts, name: string) =>
    valueIn(fillForm(formOf([{ type: 'text' }]), {}, known), { var: `facts.${name}` })

  it('are what is known, and nothing else', () => {
    const person = { name: 'Ada', age: 40, municipality: '2480', livesHere: true }
    const names = ['today', 'loggedIn', 'age', 'municipality', 'livesHere']
    expect(names.map((name) => about({ today, person }, name))).toEqual([today, true, 40, '2480', true])
    expect(names.map((name) => about({ today, person: {} }, name))).toEqual([today, true, null, null, null])
    expect(names.map((name) => about({ today }, name))).toEqual([today, false, null, null, null])
    expect(about({ today, person }, 'name')).toBeNull()
  })
})

it('an expression outside the form asks for questions that no rule of the form asks for', () => {
  const form = formOf(
    [
      { id: 'antal', type: 'number' },
      { id: 'svar', type: 'yes-no' },
    ],
    [{ id: 'mer', type: 'text', when: { var: 'svar' } }],
  )
  const filled = fillForm(form, { antal: '3', mer: 'gömt' }, facts)
  expect(valueIn(filled, { '>': [{ var: 'antal' }, 2] })).toBe(true)
  expect(valueIn(filled, { answered: { var: 'mer' } })).toBe(false)
})
