import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { cleanLine } from '../../plain-text.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing, wrong } from '../../question-type.ts'
import { NumberField } from './field.tsx'
import { readNumber, writeNumber } from './read-number.ts'
import { numberSettings } from './settings.ts'

/** A number within limits, with or without a unit. */
export const number = questionType({
  type: 'number',
  settings: numberSettings,
  check: ({ min, max }) =>
    min !== undefined && max !== undefined && min > max ? [{ path: ['max'], message: 'is less than min' }] : [],
  typed: z.string(),
  empty: '',
  answer: () => z.number(),
  problems: [
    'forms.problem.not-a-number',
    'forms.problem.whole-number',
    'forms.problem.decimals',
    'forms.problem.too-small',
    'forms.problem.too-large',
  ],
  missing: 'forms.missing.number',
  readPosted: postedText,
  parse: (typed, { min, max, decimals }) => {
    const line = cleanLine(typed)
    if (line === '') return nothing
    const read = readNumber(line)
    if (!read) return wrong({ key: 'forms.problem.not-a-number' })
    if (read.decimals > decimals) {
      return wrong(
        decimals === 0
          ? { key: 'forms.problem.whole-number' }
          : { key: 'forms.problem.decimals', values: { max: decimals } },
      )
    }
    if (min !== undefined && read.value < min) return wrong({ key: 'forms.problem.too-small', values: { min } })
    if (max !== undefined && read.value > max) return wrong({ key: 'forms.problem.too-large', values: { max } })
    return answer(read.value)
  },
  toTyped: writeNumber,
  rule: {
    type: () => ({ kind: 'number' }),
    of: (value) => value,
    typed: (value) => (typeof value === 'number' ? writeNumber(value) : ''),
    reading: ({ decimals, min, max }, name) => ({ kind: 'number', name, decimals, min, max }),
  },
  ruled: { min: 'number', max: 'number' },
  inRows: true,
  Field: NumberField,
  summarise: (value, { unit }, { format, pick }) => ({
    kind: 'text',
    text: unit ? `${format.number(value)} ${pick(unit)}` : format.number(value),
  }),
  paper: ({ unit }, { pick }) => ({ kind: 'lines', count: 1, ...(unit && { unit: pick(unit) }) }),
})
