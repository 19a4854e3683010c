import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { DefinitionFault } from './status-faults.ts'

/** A wall time in the municipality's zone: `2026-07-01`, or to the minute or second, `2026-07-01T08:00`, `2026-07-01T08:00:30`. */
export const WallTime = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/,
    'must be a date, 2026-07-01, or a date and time, 2026-07-01T08:00',
  )
  .refine((text) => isWallTime(text), 'is no date and time that exists')

/** The same in every year: `07-01`, `02-25T23:59:59`. The 29th of February is the 28th in years that lack it. */
const YearlyTime = z
  .string()
  .regex(/^\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/, 'must be month and day, 07-01, or with a time, 07-01T08:00')
  .refine((text) => isWallTime(`2000-${text}`), 'is no date and time that exists')

function isWallTime(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** From its first second to its last one, both included; a date alone is the whole day. Without `to` it lasts until further notice. */
const Period = z.strictObject({ from: WallTime.optional(), to: WallTime.optional() }).readonly()

const Season = z.strictObject({ from: YearlyTime, to: YearlyTime }).readonly()

/** When an e-service can be begun and sent, and by whom; what is left out restricts nothing. */
export const Open = z
  .strictObject({
    periods: z.array(Period).default([]).readonly(),
    /** Every year again; one that ends before it begins lasts over New Year. */
    seasons: z.array(Season).default([]).readonly(),
    /** In whole years, on the day. */
    minimumAge: z.int().min(1).max(120).optional(),
    /** `here`: only those who are registered in the municipality. */
    residence: z.literal('here').optional(),
  })
  .readonly()

export type Open = z.infer<typeof Open>

type Login = 'required' | 'optional' | 'none'

/** What can't be meant by when a service is open. */
export function openFaults(open: Open | undefined, login: Login): readonly DefinitionFault[] {
  if (!open) return []
  const { periods, seasons, minimumAge, residence } = open
  const known = login === 'required' || (minimumAge === undefined && residence === undefined)
  return [
    ...periods.flatMap(({ from, to }, index): readonly DefinitionFault[] => {
      const path = ['open', 'periods', index]
      if (from === undefined && to === undefined) return [{ path, message: 'must say from or to' }]
      const reversed = from !== undefined && to !== undefined && firstSecond(from) > lastSecond(to)
      return reversed ? [{ path, message: 'ends before it begins' }] : []
    }),
    ...seasons.flatMap(({ from, to }, index): readonly DefinitionFault[] =>
      isWholeYear(from, to) ? [{ path: ['open', 'seasons', index], message: 'is the whole year: leave it out' }] : [],
    ),
    ...(known ? [] : [{ path: ['open'], message: 'age and residence are known only of those who must log in' }]),
  ]
}

/** The first wall-clock second that a wall time stands for when it begins something. */
export const firstSecond = (text: string): string => Temporal.PlainDateTime.from(text).toString()

/** The last wall-clock second that a wall time stands for when it ends something: a date lasts all day, a minute to its own first second. */
export const lastSecond = (text: string): string =>
  text.includes('T') ? firstSecond(text) : `${Temporal.PlainDate.from(text)}T23:59:59`

function isWholeYear(from: string, to: string): boolean {
  const ends = Temporal.PlainDateTime.from(lastSecond(`2000-${to}`)).add({ seconds: 1 })
  return ends.with({ year: 2000 }).equals(Temporal.PlainDateTime.from(`2000-${from}`))
}
