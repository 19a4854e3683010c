import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { dateBoxes } from '../../paper-field.ts'
import type { AnswerProblem } from '../../problem.ts'
import type { QuestionWith } from '../../question.ts'
import { answer, nothing, wrong } from '../../question-type.ts'
import {
  dateAsTyped,
  dateProblems,
  emptyDate,
  postedDate,
  type ReadDate,
  readDate,
  TypedDate,
} from '../date/typed-date.ts'
import { DateIntervalField } from './field.tsx'
import { dateIntervalSettings } from './settings.ts'

const Typed = z.object({ from: TypedDate, to: TypedDate }).readonly()

const Interval = z.object({ from: z.iso.date(), to: z.iso.date() }).readonly()

type Interval = z.infer<typeof Interval>

type Asked = QuestionWith<typeof dateIntervalSettings>

/** Two days, the first and the last of a period; the answer has both as `YYYY-MM-DD`. Rules see how many days there are, too. */
export const dateInterval = questionType({
  type: 'date-interval',
  settings: dateIntervalSettings,
  check: ({ min, max }) =>
    typeof min === 'string' && typeof max === 'string' && min > max
      ? [{ path: ['max'], message: 'is before min' }]
      : [],
  typed: Typed,
  empty: { from: emptyDate, to: emptyDate },
  answer: () => Interval,
  problems: [
    ...dateProblems,
    'forms.missing.date',
    'forms.problem.too-early',
    'forms.problem.too-late',
    'forms.problem.interval-order',
    'forms.problem.interval-longest',
  ],
  missing: 'forms.missing.interval',
  readPosted: (posted, name) => ({ from: postedDate(posted, `${name}.from`), to: postedDate(posted, `${name}.to`) }),
  parse: (typed, question) => {
    const [from, to] = [readDate(typed.from), readDate(typed.to)]
    if (from.kind === 'nothing' && to.kind === 'nothing') return nothing
    if (from.kind === 'day' && to.kind === 'day') {
      const interval = { from: from.iso, to: to.iso }
      const problem = problemOf(interval, question)
      return problem ? wrong(problem) : answer(interval)
    }
    return wrong(...unread(from, 'from'), ...unread(to, 'to'))
  },
  toTyped: ({ from, to }) => ({ from: dateAsTyped(from), to: dateAsTyped(to) }),
  rule: {
    type: () => ({ kind: 'parts', parts: { from: { kind: 'date' }, to: { kind: 'date' }, days: { kind: 'number' } } }),
    of: (interval) => ({ ...interval, days: daysIn(interval) }),
  },
  ruled: { min: 'date', max: 'date', longest: 'number' },
  inRows: true,
  Field: DateIntervalField,
  summarise: ({ from, to }, _question, { t, format }) => ({
    kind: 'text',
    text: t('forms.interval.words', { from: format.date(from), to: format.date(to) }),
  }),
  paper: (_question, texts) => ({
    kind: 'parts',
    parts: [
      { label: texts.t('forms.interval.from'), field: dateBoxes(texts) },
      { label: texts.t('forms.interval.to'), field: dateBoxes(texts) },
    ],
  }),
})

/** What is said of an end that is no date: the first box of "from" has the question's own id, the others that of their part. */
function unread(read: ReadDate, end: 'from' | 'to'): readonly AnswerProblem[] {
  if (read.kind === 'day') return []
  const { part, key }: { readonly part?: string; readonly key: AnswerProblem['key'] } =
    read.kind === 'wrong' ? read.problem : { key: 'forms.missing.date' }
  const place = end === 'from' ? part : part === undefined ? 'to' : `to-${part}`
  return [{ ...(place === undefined ? {} : { part: place }), key, values: { label: { key: `forms.interval.${end}` } } }]
}

function problemOf(interval: Interval, { min, max, longest }: Asked): AnswerProblem | undefined {
  const { from, to } = interval
  if (min !== undefined && from < min) return { key: 'forms.problem.too-early', values: { min: { date: min } } }
  if (to < from) return { part: 'to', key: 'forms.problem.interval-order' }
  if (max !== undefined && to > max) {
    return { part: 'to', key: 'forms.problem.too-late', values: { max: { date: max } } }
  }
  if (longest === undefined || daysIn(interval) <= longest) return undefined
  return { part: 'to', key: 'forms.problem.interval-longest', values: { max: longest } }
}

/** How many days there are, both ends counted. In UTC every day has 24 hours. */
const daysIn = ({ from, to }: Interval): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
