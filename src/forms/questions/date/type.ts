import { z } from 'zod'
import { calendarDate, isDay, isoDate } from '../../calendar-date.ts'
import { questionType } from '../../define-question-type.ts'
import { cleanLine } from '../../plain-text.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing, wrong } from '../../question-type.ts'
import { DateQuestionField, datePartsName } from './field.tsx'
import { dateSettings, limitOn } from './settings.ts'

const Typed = z.object({ day: z.string(), month: z.string(), year: z.string() }).readonly()

/** A day, typed in three boxes; the answer is `YYYY-MM-DD`. */
export const date = questionType({
  type: 'date',
  settings: dateSettings,
  check: ({ min, max }) =>
    typeof min === 'string' && typeof max === 'string' && min > max
      ? [{ path: ['max'], message: 'is before min' }]
      : [],
  typed: Typed,
  empty: { day: '', month: '', year: '' },
  answer: () => z.iso.date(),
  problems: [
    'forms.problem.date-incomplete',
    'forms.problem.not-a-date',
    'forms.problem.year',
    'forms.problem.too-early',
    'forms.problem.too-late',
  ],
  missing: 'forms.missing.date',
  readPosted: (posted, name) => {
    const part = (box: string) => postedText(posted, `${datePartsName(name)}-${box}`)
    return { day: part('day'), month: part('month'), year: part('year') }
  },
  parse: (typed, { min, max }, { today }) => {
    const boxes = { day: cleanLine(typed.day), month: cleanLine(typed.month), year: cleanLine(typed.year) }
    const empty = boxNames.filter((box) => boxes[box] === '')
    const [firstEmpty] = empty
    if (empty.length === 3) return nothing
    if (firstEmpty) return wrong({ ...partOf(firstEmpty), key: 'forms.problem.date-incomplete' })
    if (!/^\d{1,2}$/.test(boxes.day)) return wrong({ key: 'forms.problem.not-a-date' })
    if (!/^\d{1,2}$/.test(boxes.month)) return wrong({ part: 'month', key: 'forms.problem.not-a-date' })
    if (!/^[12]\d{3}$/.test(boxes.year)) return wrong({ part: 'year', key: 'forms.problem.year' })
    const day = { day: Number(boxes.day), month: Number(boxes.month), year: Number(boxes.year) }
    if (!isDay(day)) return wrong({ key: 'forms.problem.not-a-date' })
    const iso = isoDate(day)
    const [first, last] = [limitOn(today, min), limitOn(today, max)]
    if (first && iso < first) return wrong({ key: 'forms.problem.too-early', values: { min: { date: first } } })
    if (last && iso > last) return wrong({ key: 'forms.problem.too-late', values: { max: { date: last } } })
    return answer(iso)
  },
  toTyped: (iso) => {
    const { day, month, year } = calendarDate(iso)
    return { day: String(day), month: String(month), year: String(year) }
  },
  Field: DateQuestionField,
  summarise: (iso, _question, { format }) => ({ kind: 'text', text: format.date(iso) }),
})

const boxNames = ['day', 'month', 'year'] as const

/** The first box has the question's own id, the others their part's. */
const partOf = (box: (typeof boxNames)[number]) => (box === 'day' ? {} : { part: box })
