import { expect, it } from 'vitest'
import { formOf } from '../testing/forms.ts'
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
