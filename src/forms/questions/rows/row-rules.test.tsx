import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textsFor } from '../../../platform/texts/texts.ts'
import type { TypedValues } from '../../answers.ts'
import { FormDefinition } from '../../definition.ts'
import { opensWithin } from '../../expressions.ts'
import { fillForm, valueIn } from '../../filled.ts'
import { findStep } from '../../navigation.ts'
import { readPosted } from '../../posted.ts'
import { postedTexts } from '../../posted-form.ts'
import { outcomesOf } from '../../rules/step-rules.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { drawnQuestions, stepRules } from '../../step-rules.ts'
import { summarise } from '../../summary.ts'
import { formOf, type WrittenQuestion, writtenForm } from '../../testing/forms.ts'
import { postedFrom } from '../../testing/posted-from.ts'
import { rendered } from '../../testing/rendered.tsx'
import { today } from '../../testing/samples.ts'
import { validateForm, validateStep } from '../../validation.ts'
import { findQuestionType } from '../registry.ts'
import { cellsOfRow } from './cells-of-row.ts'
import { TypedRows } from './typed.ts'

const facts = { today }
const sv = textsFor('sv', 'Europe/Stockholm')
const options = ['a', 'b'].map((id) => ({ id, label: { sv: id } }))

const outside = [
  { id: 'forening', type: 'yes-no' },
  { id: 'pris', type: 'number' },
]
const cells = [
  { id: 'vem', type: 'radio', options },
  { id: 'nummer', type: 'text', format: 'postal-code' },
  { id: 'antal', type: 'number', max: { if: [{ var: 'forening' }, 20, 10] } },
  { id: 'deltagare', type: 'number', max: { var: 'row.antal' }, mandatory: { '>': [{ var: 'row.antal' }, 3] } },
  { id: 'varfor', type: 'text', mandatory: true, when: { '==': [{ var: 'row.vem' }, 'b'] } },
  { id: 'mer', type: 'yes-no', when: { and: [{ answered: [{ var: 'row.varfor' }] }, { var: 'forening' }] } },
  { id: 'sist', type: 'text', when: { or: [{ var: 'row.mer' }, { answered: [{ var: 'row.nummer' }] }] } },
  { id: 'efter', type: 'text', when: { '!': [{ answered: [{ var: 'row.sist' }] }] } },
  { id: 'kostnad', type: 'calculated', gives: 'amount', value: { '*': [{ var: 'row.deltagare' }, { var: 'pris' }] } },
].map((cell) => ({ label: { sv: cell.id }, ...cell }))

const rowsOf = (type: 'table' | 'repeated-group', inner: readonly object[] = cells): WrittenQuestion => ({
  id: 'rader',
  type,
  [type === 'table' ? 'columns' : 'questions']: inner,
  ...(inner === cells ? { sums: ['kostnad'] } : {}),
})
const forms = {
  table: formOf([...outside, rowsOf('table')]),
  'repeated-group': formOf([...outside, rowsOf('repeated-group')]),
}

type Values = TypedRows['rows'][number]['values']
const rows = (...values: readonly Values[]) => ({
  rows: values.map((one, index) => ({ id: `r${index + 1}`, values: one })),
  made: values.length,
  open: 'r1',
})
const filled = (typed: TypedValues, form = forms.table) => fillForm(form, typed, facts)

describe('rules inside rows, in a definition', () => {
  const faultsOf = (...inner: readonly WrittenQuestion[]) =>
    FormDefinition.safeParse(
      writtenForm([
        { id: 'pris', type: 'number' },
        rowsOf(
          'table',
          inner.map((cell) => ({ label: { sv: 'x' }, ...cell })),
        ),
      ]),
    ).error?.issues.map(({ path, message }) => `${path.slice(5).join('.')}: ${message}`) ?? []
  const antal = { id: 'antal', type: 'number' }

  it('may ask for earlier questions of the row and of the form', () => {
    expect(
      faultsOf(antal, { id: 'fler', type: 'number', min: { '+': [{ var: 'row.antal' }, { var: 'pris' }] } }),
    ).toEqual([])
  })

  it('are refused with their place when they ask for what is not there, comes later, or is of another kind', () => {
    const when = (expression: object) => faultsOf({ id: 'forst', type: 'text', when: expression }, antal)
    expect(when({ '>': [{ var: 'row.antal' }, 3] })).toEqual([
      '0.when.>.0.var: "antal" comes later, and can\'t be asked for',
    ])
    expect(when({ var: 'row.annat' })).toEqual(['0.when.var: there is no question "annat"'])
    expect(when({ var: 'row.pris' })).toEqual(['0.when.var: there is no question "pris"'])
    expect(when({ var: 'antal' })).toEqual(['0.when.var: there is no question "antal"'])
    expect(faultsOf(antal, { id: 'sedan', type: 'text', when: { var: 'row.antal' } })).toEqual([
      '1.when: gives number, not boolean',
    ])
    expect(faultsOf(antal, { id: 'dag', type: 'date', min: { var: 'row.antal' } })).toEqual([
      '1.min: gives number, not date',
    ])
  })

  it('are no matter of questions outside, none of which is called "row"', () => {
    const issues = (questions: readonly WrittenQuestion[]) =>
      FormDefinition.safeParse(writtenForm(questions)).error?.issues.map(({ message }) => message)
    expect(issues([rowsOf('table'), { id: 'x', type: 'text', when: { var: 'row.mer' } }])).toContain(
      'there is no question "row"',
    )
    expect(issues([{ id: 'row', type: 'text' }])).toEqual(['"row" is used twice'])
  })

  it('are refused when nobody can ever see what they show', () => {
    const vem = { id: 'vem', type: 'radio', options }
    const when = (id: string, ...conditions: readonly object[]) => ({ id, type: 'text', when: { and: conditions } })
    const isA = { '==': [{ var: 'row.vem' }, 'a'] }
    const message = 'when: can never hold, so that nobody sees the question in any row'
    expect(faultsOf(vem, when('x', isA, { '>': [{ var: 'pris' }, 3] }))).toEqual([])
    expect(faultsOf(vem, when('x', isA, { '==': [{ var: 'row.vem' }, 'b'] }))).toEqual([`1.${message}`])
    expect(faultsOf(vem, when('x', isA, { '>': [{ var: 'pris' }, 3] }, { '<': [{ var: 'pris' }, 3] }))).toEqual([
      `1.${message}`,
    ])
  })

  it('make the page offer "Uppdatera"', () => {
    const offers = (...inner: readonly object[]) => formOf([rowsOf('table', inner)]).steps.map(opensWithin)
    expect([...offers(cells[0] ?? {}), ...offers(cells[0] ?? {}, cells[4] ?? {})]).toEqual([false, true])
  })
})

describe('rules inside rows', () => {
  it('hide, demand and limit by what the same row says, and by what is said outside', () => {
    const rader = rows(
      { vem: 'a', antal: '4', deltagare: '5', varfor: 'x'.repeat(900) },
      { vem: 'b', antal: '4' },
      { vem: 'b', antal: '11', varfor: 'ja' },
    )
    const told = (typed: TypedValues) =>
      validateStep(filled(typed), 'steg-1').map(({ part, key, values }) => [part, key, values?.max])
    expect(told({ rader })).toEqual([
      ['r1-deltagare', 'forms.problem.too-large', 4],
      ['r2-deltagare', 'forms.missing.number', undefined],
      ['r2-varfor', 'forms.missing.text', undefined],
      ['r3-antal', 'forms.problem.too-large', 10],
    ])
    expect(told({ rader, forening: 'yes' }).at(-1)).toEqual(['r3-deltagare', 'forms.missing.number', undefined])
  })

  it('send, sum up and show what is asked in a row alone', () => {
    const rader = rows(
      { vem: 'a', varfor: 'göms', antal: '3', deltagare: '2' },
      { vem: 'b', varfor: 'ja', deltagare: '1' },
    )
    const now = filled({ rader, pris: '7' })
    const sent = validateForm(now)
    if (!sent.ok) throw new Error('The form is not finished')
    expect(sent.answers.rader).toEqual([
      { vem: 'a', antal: 3, deltagare: 2, kostnad: 14 },
      { vem: 'b', varfor: 'ja', deltagare: 1, kostnad: 7 },
    ])
    expect(valueIn(now, { sum: [{ var: 'rader' }, 'kostnad'] })).toBe(21)
    expect(valueIn(now, { some: [{ var: 'rader' }, { '==': [{ var: 'varfor' }, 'göms'] }] })).toBe(false)
    expect(JSON.stringify(summarise(forms.table, sent, sv))).not.toContain('göms')
  })

  it('leave a row blank in which something is only calculated', () => {
    const table = formOf([rowsOf('table', [cells[0] ?? {}, { ...cells[8], value: { '*': [2, 3] } }])])
    expect(validateForm(filled({ rader: rows({ vem: '' }, { kostnad: null }) }, table))).toMatchObject({ answers: {} })
  })

  it('keep what was typed in a cell that is hidden when its page is posted', () => {
    const stored = { rader: rows({ vem: 'a', varfor: 'göms', mer: 'yes' }) }
    const later = posted(stored, {}, 'table')
    expect(later.rader).toMatchObject({ rows: [{ values: { varfor: 'göms', mer: 'yes' } }] })
    const back = posted(later, { 'q.rader.r1.vem': 'b' }, 'table')
    expect(validateForm(filled({ ...back, forening: 'yes' }))).toMatchObject({
      answers: { rader: [{ vem: 'b', varfor: 'göms', mer: true }] },
    })
  })

  it('cost nothing where there are none', () => {
    const plain = formOf([rowsOf('repeated-group', [cells[0] ?? {}])])
    expect(findStep(filled({}, plain), 'steg-1')?.questions[0]).toBe(plain.steps[0]?.questions[0])
  })
})

/** The page as the server draws it, without what it hides. */
function page(typed: TypedValues, kind: keyof typeof forms): string {
  const now = filled(typed, forms[kind])
  const step = findStep(now, 'steg-1')
  const drawn = drawnQuestions(now, 'steg-1')
  return step ? rendered(<StepQuestions step={step} drawn={drawn} typed={typed} facts={facts} problems={[]} />) : ''
}

const withoutHidden = (html: string) => html.replace(/<fieldset[^>]* hidden disabled>[\s\S]*?<\/fieldset>/g, '')

/** The draft after its page was posted as it stands, but for these fields. */
function posted(typed: TypedValues, changes: Readonly<Record<string, string>>, kind: keyof typeof forms): TypedValues {
  const step = forms[kind].steps[0]
  const fields = { ...postedFrom(withoutHidden(page(typed, kind))), ...changes }
  return { ...typed, ...(step && readPosted(step, fields, typed)) }
}

const text = fc.constantFrom('', '1', '4', '12', 'x', '90001')
const row = fc.record<Values>({
  vem: fc.constantFrom('', 'a', 'b', 'c'),
  nummer: text,
  antal: text,
  deltagare: text,
  varfor: text,
  mer: fc.constantFrom('', 'yes', 'no'),
  sist: text,
  efter: text,
})
const typedRows = fc.array(row, { minLength: 1, maxLength: 3 })
const yesNo = fc.constantFrom('', 'yes', 'no')

describe('rules inside rows, in the browser', () => {
  it('show and demand what the server does once what stands in the fields is saved', () => {
    const kind = fc.constantFrom<keyof typeof forms>('table', 'repeated-group')
    fc.assert(
      fc.property(kind, typedRows, typedRows, yesNo, yesNo, (of, before, now, forening, later) => {
        const form = forms[of]
        const saved = filled({ forening, rader: rows(...before) }, form)
        const rules = stepRules(saved, 'steg-1')
        if (!rules) throw new Error('The step has rules')
        // What only the server can read (a postal code) is as it was saved.
        const typed = now.slice(0, before.length).map((values, at) => ({ ...values, nummer: before[at]?.nummer ?? '' }))
        const standing = { forening: later, rader: rows(...typed, ...before.slice(typed.length)) }
        const fields = postedFrom(page(standing, of))
        const told = new Map(outcomesOf(rules, (name) => postedTexts(fields, name)).map((one) => [one.id, one]))
        const group = filled(standing, form).steps[0]?.questions.find(({ id }) => id === 'rader')
        if (!group) throw new Error('There are rows')
        const { outside: seen } = Object.assign({ outside: undefined }, group)
        const inner = Reflect.get(group, of === 'table' ? 'columns' : 'questions')
        for (const one of of === 'table' ? standing.rader.rows : standing.rader.rows.slice(0, 1)) {
          const asked = cellsOfRow(one, { questions: inner, facts, find: findQuestionType, outside: seen })
          for (const { question, isShown } of asked) {
            const browser = told.get(`rader.${one.id}.${question.id}`)
            if (browser) expect([question.id, browser.shown]).toEqual([question.id, isShown])
            if (question.id === 'deltagare') expect(browser?.mandatory).toBe(question.mandatory)
          }
          expect(told.has(`rader.${one.id}.mer`)).toBe(true)
          // It asks for a postal code, which only the server reads.
          expect(told.has(`rader.${one.id}.sist`)).toBe(false)
        }
      }),
    )
  })

  it('lose nothing: what is changed and changed back says what it said', () => {
    fc.assert(
      fc.property(typedRows, fc.constantFrom('a', 'b', ''), yesNo, (values, vem, forening) => {
        const typed = posted({ forening, pris: '', rader: rows(...values) }, {}, 'table')
        const first = String(values[0]?.vem === 'c' ? '' : (values[0]?.vem ?? ''))
        const changed = posted(posted(typed, { 'q.rader.r1.vem': vem }, 'table'), {}, 'table')
        const back = posted(changed, { 'q.rader.r1.vem': first }, 'table')
        expect(TypedRows.parse(back.rader).rows.slice(1)).toEqual(TypedRows.parse(typed.rader).rows.slice(1))
        expect(validateForm(filled(back))).toEqual(validateForm(filled(typed)))
      }),
      { numRuns: 50 },
    )
  })
})
