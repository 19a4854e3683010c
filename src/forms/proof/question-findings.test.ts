import { expect, it } from 'vitest'
import { FormDefinition } from '../definition.ts'
import { formOf, writtenForm } from '../testing/forms.ts'
import { questionFindings } from './question-findings.ts'

const plate = { type: 'text', pattern: { matches: '[A-Z]{3}', message: { sv: 'Skriv tre bokstäver' } } }

it('finds what refuses without having said how it is to be written, in rows, too', () => {
  const form = formOf(
    [plate, { ...plate, help: { sv: 'Tre bokstäver' } }, { ...plate, example: { sv: 'ABC' } }],
    [
      { type: 'text', format: 'plusgiro' },
      { type: 'text', format: 'postal-code' },
      { type: 'table', columns: [{ id: 'a', label: { sv: 'A' }, ...plate }] },
    ],
  )
  expect(questionFindings(form)).toEqual(
    [
      ['steps', 0, 'questions', 0],
      ['steps', 1, 'questions', 0],
      ['steps', 1, 'questions', 2, 'columns', 0],
    ].map((path) => expect.objectContaining({ code: 'help-missing', path })),
  )
})

it('finds contact details that not everybody has', () => {
  const form = formOf([
    { type: 'contact', phone: 'mandatory' },
    { type: 'contact', email: 'mandatory' },
    { type: 'contact', oneWay: true },
  ])
  expect(questionFindings(form).map(({ code, path }) => `${path.join('.')} ${code}`)).toEqual([
    'steps.0.questions.0.phone shuts-out',
    'steps.0.questions.1.email shuts-out',
  ])
})

it('finds what tells other parties of an answer that is hidden from them', () => {
  const high = { '>': [{ var: 'inkomst' }, 100] }
  const hidden = { hiddenFromParties: true }
  const form = formOf([
    { id: 'inkomst', type: 'number', ...hidden },
    { type: 'text', when: high },
    { type: 'calculated', gives: 'number', value: { '*': [{ var: 'inkomst' }, 2] } },
    { type: 'text', when: high, ...hidden },
    { type: 'text', when: high, filledInBy: 'party' },
    { type: 'information', text: { sv: 'Avgift' }, when: high },
    { type: 'number', max: { var: 'inkomst' } },
  ])
  expect(questionFindings(form).map(({ code, path }) => `${path.join('.')} ${code}`)).toEqual([
    'steps.0.questions.1 gives-away',
    'steps.0.questions.2 gives-away',
  ])
})

it('finds the same where a whole step is asked for it', () => {
  const written = writtenForm([{ id: 'delad', type: 'yes-no', hiddenFromParties: true }], [{ type: 'text' }])
  const steps = written.steps.map((step, index) => (index === 1 ? { ...step, when: { var: 'delad' } } : step))
  expect(questionFindings(FormDefinition.parse({ steps }))).toMatchObject([
    { code: 'gives-away', path: ['steps', 1, 'questions', 0] },
  ])
})
