import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { readTimeOfDay } from '../../formats/time-of-day.ts'
import { cleanLine } from '../../plain-text.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing, wrong } from '../../question-type.ts'
import { TimeField } from './field.tsx'
import { timeSettings } from './settings.ts'

/** A time of day, on no certain date; the answer is `HH:MM`. */
export const time = questionType({
  type: 'time',
  settings: timeSettings,
  check: ({ min, max }) =>
    typeof min === 'string' && typeof max === 'string' && min > max
      ? [{ path: ['max'], message: 'is before min' }]
      : [],
  typed: z.string(),
  empty: '',
  answer: () => z.iso.time({ precision: -1 }),
  problems: ['forms.problem.not-a-time', 'forms.problem.time-too-early', 'forms.problem.time-too-late'],
  missing: 'forms.missing.time',
  readPosted: postedText,
  parse: (typed, { min, max }) => {
    const line = cleanLine(typed)
    if (line === '') return nothing
    const read = readTimeOfDay(line)
    if (read === undefined) return wrong({ key: 'forms.problem.not-a-time' })
    if (min !== undefined && read < min) {
      return wrong({ key: 'forms.problem.time-too-early', values: { min: { time: min } } })
    }
    if (max !== undefined && read > max) {
      return wrong({ key: 'forms.problem.time-too-late', values: { max: { time: max } } })
    }
    return answer(read)
  },
  toTyped: asTyped,
  rule: {
    type: () => ({ kind: 'time' }),
    of: (read) => read,
    typed: (value) => (typeof value === 'string' ? asTyped(value) : ''),
  },
  ruled: { min: 'time', max: 'time' },
  inRows: true,
  Field: TimeField,
  summarise: (read, _question, { format }) => ({ kind: 'text', text: format.timeOfDay(read) }),
  paper: () => ({ kind: 'boxes', groups: [2, 2], between: '.' }),
})

function asTyped(read: string): string {
  return read.replace(':', '.')
}
