import { z } from 'zod'
import type { TypedDate } from '../ui/form/date-field.tsx'
import { Version } from './case-address.ts'

const Typed = z.string().catch('')

/** "Begär komplettering" as posted: whatever was typed. */
export const PostedRequest = z
  .object({ version: Version, text: Typed, 'until-day': Typed, 'until-month': Typed, 'until-year': Typed })
  .transform((form) => ({
    version: form.version,
    text: form.text,
    until: { day: form['until-day'], month: form['until-month'], year: form['until-year'] },
  }))

/** A day as typed in three boxes as a calendar date, `2027-03-03`; '' when it can't be one. The command decides whether there is such a day. */
export function dayOf({ day, month, year }: TypedDate): string {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()]
  if (!/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(m) || !/^\d{4}$/.test(y)) return ''
  return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
}
