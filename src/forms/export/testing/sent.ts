import type { Answers } from '../../answers.ts'
import { type FormDefinition, questionsOf } from '../../definition.ts'
import type { SentForm } from '../sent-form.ts'

/** A submission of a form. */
export const aSentForm = (form: FormDefinition, answers: Answers): SentForm => ({
  form,
  answers,
  asked: questionsOf(form).map(({ id }) => id),
  service: 'provtjanst',
  version: '01930000-0000-7000-8000-000000000009',
  title: 'Provtjänst & mer',
  caseNumber: '2027-000123',
  sequence: 1,
  receivedAt: new Date('2027-03-03T13:30:00Z'),
})
