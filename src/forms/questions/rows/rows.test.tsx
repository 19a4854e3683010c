import { describe, expect, it } from 'vitest'
import { textsFor } from '../../../platform/texts/texts.ts'
import type { TypedValues } from '../../answers.ts'
import { compareSummaries } from '../../compare.ts'
import { FormDefinition } from '../../definition.ts'
import { exportAnswers } from '../../export.ts'
import { fillForm, valueIn } from '../../filled.ts'
import { findStep } from '../../navigation.ts'
import { problemLinks } from '../../problem-links.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { summarise } from '../../summary.ts'
import { inOneLine } from '../../summary-value.ts'
import { formOf, type WrittenQuestion, writtenForm } from '../../testing/forms.ts'
import { rendered } from '../../testing/rendered.tsx'
import { today } from '../../testing/samples.ts'
import { revealWrong, validateForm, validateStep } from '../../validation.ts'
import { typeOf } from '../registry.ts'
import type { TypedRows } from './typed.ts'

const facts = { today }
const sv = textsFor('sv', 'Europe/Stockholm')

const questions = [
  { id: 'namn', type: 'text', label: { sv: 'Namn' }, mandatory: true },
  { id: 'dag', type: 'date', label: { sv: 'Dag' }, min: { var: 'facts.today' } },
  { id: 'antal', type: 'number', label: { sv: 'Antal' }, min: { var: 'minst' }, decimals: 1 },
]
const first = { id: 'minst', type: 'number', label: { sv: 'Minst' } }
const group = (settings: object = {}): WrittenQuestion => ({
  id: 'aktiviteter',
  type: 'repeated-group',
  label: { sv: 'Aktiviteter' },
  title: 'namn',
  rowName: { sv: 'aktivitet' },
  sums: ['antal'],
  questions,
  ...settings,
})

const row = (number: number, namn: string, antal = '', day = '') => ({
  id: `r${number}`,
  values: { namn, antal, dag: { day, month: day && '12', year: day && '2027' } },
})
const rows = (...typed: ReturnType<typeof row>[]) => ({ rows: typed, made: typed.length })
const filled = (form: FormDefinition, typed: TypedValues) => fillForm(form, typed, facts)
const faultsOf = (written: object) =>
  FormDefinition.safeParse(written).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

describe('rows in a definition', () => {
  it('refuse what can not stand in them, and name the place', () => {
    const wrong = (changes: object) => faultsOf(writtenForm([first, group(changes)]))
    expect(wrong({ questions: [{ ...questions[0], type: 'contact' }] })).toEqual([
      "steps.0.questions.1.questions.0.type: a contact question can't stand in a row",
    ])
    expect(wrong({ questions: [{ ...questions[0], maxLenght: 3 }] })[0]).toContain('questions.1.questions.0: ')
    expect(wrong({ questions: [questions[0], questions[0], questions[2]] })).toEqual([
      'steps.0.questions.1.questions.1.id: is used twice',
    ])
    expect(wrong({ sums: ['namn'] })).toEqual(['steps.0.questions.1.sums.0: there is no number "namn" in the rows'])
    expect(wrong({ title: 'titel' })).toEqual(['steps.0.questions.1.title: there is no "titel" in the rows'])
    expect(wrong({ summary: ['namn', 'x'] })).toEqual(['steps.0.questions.1.summary.1: there is no "x" in the rows'])
    expect(wrong({ min: 3, max: 2 })).toEqual(['steps.0.questions.1.max: is less than min'])
    for (const setting of [{ searchable: true }, { filledInBy: 'party' }, { default: 'x' }]) {
      const [name] = Object.keys(setting)
      expect(wrong({ sums: [], questions: [{ ...questions[0], ...setting }] })).toEqual([
        `steps.0.questions.1.questions.0.${name}: can't stand in a row: set it for the whole group`,
      ])
    }
  })

  it('may ask for earlier questions of the form in their limits, and for nothing else', () => {
    expect(faultsOf(writtenForm([first, group()]))).toEqual([])
    expect(faultsOf(writtenForm([group(), first]))).toEqual([
      expect.stringContaining('steps.0.questions.0.questions.2.min.var: "minst" comes later'),
    ])
    const own = group({ questions: [...questions, { ...questions[2], id: 'fler', min: { var: 'antal' } }] })
    expect(faultsOf(writtenForm([first, own]))).toEqual([expect.stringContaining('there is no question "antal"')])
  })
})

describe('rows that were typed', () => {
  const form = formOf([first, group({ min: 2 })])
  const tables = formOf([
    first,
    { id: 'aktiviteter', type: 'table', label: { sv: 'Aktiviteter' }, columns: questions, sums: ['antal'] },
  ])

  it('are told in the words of their cells, with the row and a link to the field', () => {
    const typed = { minst: '5', aktiviteter: rows(row(1, 'Schack', '5'), row(2, '', '4', '1'), row(3, 'Bad', '1,25')) }
    const found = validateStep(filled(tables, typed), 'steg-1')
    expect(problemLinks(tables, found, sv)).toEqual([
      { id: 'q-aktiviteter-r2-namn', problem: 'Rad 2: Fyll i ”Namn”' },
      { id: 'q-aktiviteter-r2-antal', problem: 'Rad 2: Skriv ett tal som är minst 5 i ”Antal”' },
      { id: 'q-aktiviteter-r3-antal', problem: 'Rad 3: Skriv talet i ”Antal” med högst 1 decimal' },
    ])
    const step = findStep(filled(tables, typed), 'steg-1')
    const html = step ? rendered(<StepQuestions step={step} typed={typed} facts={facts} problems={found} />) : ''
    for (const { id } of problemLinks(tables, found, sv)) expect(html).toContain(`id="${id}"`)
    expect(html).toContain('Fel: Skriv ett tal som är minst 5 i ”Antal”')
    expect(html).toContain('<th scope="row" role="rowheader">Rad 3</th>')
  })

  it('are opened where something is wrong, of a group, and the other wrong ones are named', () => {
    const typed = { aktiviteter: rows(row(1, 'Schack'), row(2, '', '4'), row(3, 'Bad', 'x'), row(4, '', '1')) }
    const shown = revealWrong(filled(form, typed), 'steg-1')
    expect(shown.typed).toMatchObject({ aktiviteter: { open: 'r2' } })
    expect(problemLinks(form, validateStep(shown, 'steg-1'), sv)).toEqual([
      { id: 'q-aktiviteter-r2-namn', problem: 'Aktivitet 2: Fyll i ”Namn”' },
      { id: 'q-aktiviteter-more', problem: '2 rader i ”Aktiviteter” behöver rättas: 3, 4' },
    ])
    const open = { ...shown, typed: { aktiviteter: { ...typed.aktiviteter, open: 'r3' } } }
    expect(revealWrong(open, 'steg-1').typed).toMatchObject({ aktiviteter: { open: 'r3' } })
  })

  it('lead to the first row of a group while there is none, and to the button for another one after that', () => {
    const shown = (typed: Record<string, TypedRows>, settings = {}) => {
      const made = filled(formOf([first, group({ mandatory: true, ...settings })]), typed)
      const step = findStep(made, 'steg-1')
      if (!step) throw new Error('The step is not visible')
      return rendered(<StepQuestions step={step} typed={typed} facts={facts} problems={validateStep(made, step.id)} />)
    }
    expect(shown({})).toContain('<li class="row-card is-open" id="q-aktiviteter" tabindex="-1">')
    expect(shown({}).match(/id="q-aktiviteter"/g)).toHaveLength(1)
    const closed = shown({ aktiviteter: rows(row(1, 'Schack', '1,5', '3')) })
    expect(closed).toMatch(/id="q-aktiviteter" name="action"/)
    // A number says nothing without its label.
    expect(closed).toContain('<p class="row-meta">3 december 2027 · Antal: 1,5</p>')
    const short = shown({ aktiviteter: rows(row(1, 'Schack', '1,5', '3')) }, { summary: ['antal'] })
    expect(short).toContain('<p class="row-meta">Antal: 1,5</p>')
  })

  it('count only when something is filled in', () => {
    const blank = { aktiviteter: rows(row(1, 'Schack'), row(2, ' ')) }
    expect(validateStep(filled(form, blank), 'steg-1').map(({ key }) => key)).toEqual(['forms.problem.too-few-rows'])
    const none = { aktiviteter: rows(row(1, ''), row(2, '')) }
    expect(validateForm(filled(form, none))).toMatchObject({ ok: true, answers: {} })
  })

  it('add up without rounding, and rules see them though one is wrong', () => {
    const typed = { aktiviteter: rows(row(1, 'a', '0,1'), row(2, 'b', '0,2'), row(3, 'c', '0,1'), row(4, 'd', 'x')) }
    const asked = formOf(
      [first, group()],
      [{ id: 'mer', type: 'text', when: { '>=': [{ count: [{ var: 'aktiviteter' }] }, 4] } }],
    )
    const made = filled(asked, typed)
    expect(made.steps).toHaveLength(2)
    expect(valueIn(made, { sum: [{ var: 'aktiviteter' }, 'antal'] })).toBe(0.4)
    const step = findStep(made, 'steg-1')
    const html = step ? rendered(<StepQuestions step={step} typed={typed} facts={facts} problems={[]} />) : ''
    expect(html).toContain('<dt>Summa antal</dt><dd>0,4</dd>')
  })

  it('are summed up, exported, compared and opened again', () => {
    const sent = (...typed: ReturnType<typeof row>[]) => {
      const validated = validateForm(filled(form, { aktiviteter: rows(...typed) }))
      if (!validated.ok) throw new Error(JSON.stringify(validated.steps))
      return validated
    }
    const before = sent(row(1, 'Schack', '1,5', '3'), row(2, 'Bad', '2'), row(3, 'Dans'))
    const after = sent(row(1, 'Bad', '2'), row(2, 'Dans', '7'))
    const [group] = summarise(form, before, sv)
    const value = group?.lines.find(({ questionId }) => questionId === 'aktiviteter')?.value
    expect(value).toEqual({
      kind: 'rows',
      columns: ['Namn', 'Dag', 'Antal'],
      rows: [
        { name: 'Aktivitet 1', cells: ['Schack', '3 december 2027', '1,5'] },
        { name: 'Aktivitet 2', cells: ['Bad', '', '2'] },
        { name: 'Aktivitet 3', cells: ['Dans', '', ''] },
      ],
      count: '3 rader',
      sums: [{ label: 'Summa antal', value: '3,5' }],
    })
    expect(value && inOneLine(value)).toBe('3 rader; Schack, 3 december 2027, 1,5; Bad, 2; Dans (Summa antal: 3,5)')
    expect(exportAnswers(form, before.answers)).toEqual({
      aktiviteter: [{ namn: 'Schack', dag: '2027-12-03', antal: 1.5 }, { namn: 'Bad', antal: 2 }, { namn: 'Dans' }],
    })
    const [change] = compareSummaries(summarise(form, before, sv), summarise(form, after, sv))
    expect(change?.before).toMatchObject({ rows: [{ name: 'Aktivitet 1' }, { name: 'Aktivitet 3' }] })
    expect(change?.after).toMatchObject({ rows: [{ name: 'Aktivitet 2', cells: ['Dans', '', '7'] }] })
  })

  it('are the same whoever asks for them', () => {
    const question = form.steps[0]?.questions[1]
    const odd = [
      { rows: [{ id: '__proto__', values: {} }], made: 1 },
      { rows: [{ id: 'r1', values: [] }], made: 1 },
    ]
    for (const typed of odd)
      expect(question && typeOf(question).parse(typed, question, facts)).toEqual({ kind: 'nothing' })
  })
})
