/** A day in the calendar; months count from 1. */
export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number }

/** Whether there is such a day. */
export const isDay = ({ year, month, day }: CalendarDate): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** Writes a day as `YYYY-MM-DD`, which sorts as days do. */
export const isoDate = ({ year, month, day }: CalendarDate): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Reads a day from `YYYY-MM-DD`. */
export function calendarDate(iso: string): CalendarDate {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return { year, month, day }
}

/** Whether a text is a day that exists, as `YYYY-MM-DD`. */
export const isIsoDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(calendarDate(text))

/** The day so many days later (earlier when negative), as `YYYY-MM-DD`. */
export function addDays(iso: string, days: number): string {
  const { year, month, day } = calendarDate(iso)
  // In UTC every day has 24 hours, so nothing here knows of time zones.
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

/** The same day so many months later (earlier when negative), or the last of that month when it is shorter. */
export function addMonths(iso: string, months: number): string {
  const { year, month, day } = calendarDate(iso)
  const count = year * 12 + (month - 1) + months
  const target = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
  return isoDate({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) })
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
