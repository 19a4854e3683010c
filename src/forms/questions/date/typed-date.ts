import { z } from 'zod'
import { cleanLine } from '../../plain-text.ts'
import { type PostedForm, postedText } from '../../posted-form.ts'
import type { AnswerProblem } from '../../problem.ts'
import { calendarDate, isDay, isoDate } from '../../rules/calendar-date.ts'

/** A date as it was typed in its three boxes. */
export const TypedDate = z.object({ day: z.string(), month: z.string(), year: z.string() }).readonly()

type TypedDate = z.infer<typeof TypedDate>

export const emptyDate: TypedDate = { day: '', month: '', year: '' }

/** Every text that is said of a date that can't be read. */
export const dateProblems = ['forms.problem.date-incomplete', 'forms.problem.not-a-date', 'forms.problem.year'] as const

/** What the names of the three boxes begin with. */
export const datePartsName = (name: string): string => `${name}.date`

/** Reads the three boxes from a post. */
export function postedDate(posted: PostedForm, name: string): TypedDate {
  const part = (box: string) => postedText(posted, `${datePartsName(name)}-${box}`)
  return { day: part('day'), month: part('month'), year: part('year') }
}

/** What came of reading a typed date: the day as `YYYY-MM-DD`, nothing, or what is wrong and in which box. */
export type ReadDate =
  | { readonly kind: 'day'; readonly iso: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wrong'; readonly problem: AnswerProblem & { readonly part?: 'month' | 'year' } }

/** Reads a typed date. A problem without part belongs to the first box. */
export function readDate(typed: TypedDate): ReadDate {
  const boxes = { day: cleanLine(typed.day), month: cleanLine(typed.month), year: cleanLine(typed.year) }
  const empty = boxNames.filter((box) => boxes[box] === '')
  const [firstEmpty] = empty
  if (empty.length === 3) return { kind: 'nothing' }
  if (firstEmpty) return wrong('forms.problem.date-incomplete', firstEmpty)
  if (!/^\d{1,2}$/.test(boxes.day)) return wrong('forms.problem.not-a-date')
  if (!/^\d{1,2}$/.test(boxes.month)) return wrong('forms.problem.not-a-date', 'month')
  if (!/^[12]\d{3}$/.test(boxes.year)) return wrong('forms.problem.year', 'year')
  const day = { day: Number(boxes.day), month: Number(boxes.month), year: Number(boxes.year) }
  return isDay(day) ? { kind: 'day', iso: isoDate(day) } : wrong('forms.problem.not-a-date')
}

/** What somebody would have typed to give a day. */
export function dateAsTyped(iso: string): TypedDate {
  const { day, month, year } = calendarDate(iso)
  return { day: String(day), month: String(month), year: String(year) }
}

const boxNames = ['day', 'month', 'year'] as const

/** The first box has the question's own id, the others their part's. */
const wrong = (key: (typeof dateProblems)[number], box: (typeof boxNames)[number] = 'day'): ReadDate => ({
  kind: 'wrong',
  problem: box === 'day' ? { key } : { part: box, key },
})
