import { z } from 'zod'
import { addDays, addMonths } from '../../calendar-date.ts'

/** A limit of a date: a day, or so many days or months from today (before it when negative). */
const Limit = z.union(
  [
    z.iso.date(),
    z.strictObject({ days: z.int().min(-36_600).max(36_600) }).readonly(),
    z.strictObject({ months: z.int().min(-1_200).max(1_200) }).readonly(),
  ],
  { error: 'must be "YYYY-MM-DD", { "days": n } or { "months": n }' },
)

type Limit = z.infer<typeof Limit>

/** The settings of a date: the first and the last day that may be given. */
export const dateSettings = { min: Limit.optional(), max: Limit.optional() } as const

/** The day that a limit stands for when today is `today`. */
export function limitOn(today: string, limit: Limit | undefined): string | undefined {
  if (limit === undefined || typeof limit === 'string') return limit
  return 'days' in limit ? addDays(today, limit.days) : addMonths(today, limit.months)
}
