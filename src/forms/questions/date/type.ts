import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { dateBoxes } from '../../paper-field.ts'
import { answer, nothing, wrong } from '../../question-type.ts'
import { DateQuestionField } from './field.tsx'
import { dateSettings } from './settings.ts'
import { dateAsTyped, datePartsName, dateProblems, emptyDate, postedDate, readDate, TypedDate } from './typed-date.ts'

/** A day, typed in three boxes; the answer is `YYYY-MM-DD`. */
export const date = questionType({
  type: 'date',
  settings: dateSettings,
  check: ({ min, max }) =>
    typeof min === 'string' && typeof max === 'string' && min > max
      ? [{ path: ['max'], message: 'is before min' }]
      : [],
  typed: TypedDate,
  empty: emptyDate,
  answer: () => z.iso.date(),
  problems: [...dateProblems, 'forms.problem.too-early', 'forms.problem.too-late'],
  missing: 'forms.missing.date',
  readPosted: postedDate,
  parse: (typed, { min, max }) => {
    const read = readDate(typed)
    if (read.kind === 'nothing') return nothing
    if (read.kind === 'wrong') return wrong(read.problem)
    const { iso } = read
    if (min !== undefined && iso < min) return wrong({ key: 'forms.problem.too-early', values: { min: { date: min } } })
    if (max !== undefined && iso > max) return wrong({ key: 'forms.problem.too-late', values: { max: { date: max } } })
    return answer(iso)
  },
  toTyped: dateAsTyped,
  rule: {
    type: () => ({ kind: 'date' }),
    of: (iso) => iso,
    typed: (value) => (typeof value === 'string' ? dateAsTyped(value) : emptyDate),
    reading: ({ min, max }, name) => ({ kind: 'date', name: datePartsName(name), min, max }),
  },
  ruled: { min: 'date', max: 'date' },
  inRows: true,
  Field: DateQuestionField,
  summarise: (iso, _question, { format }) => ({ kind: 'text', text: format.date(iso) }),
  paper: (_question, texts) => dateBoxes(texts),
})
