import { Temporal } from 'temporal-polyfill'
import { firstSecond, lastSecond, type Open } from '../definition/open.ts'

/** Whether a service can be begun and sent, as of the instant `asked`. */
export type Opening =
  /** `until` is the last second in which it can; undefined when it doesn't close. */
  | { readonly kind: 'open'; readonly until: Date | undefined; readonly asked: Date }
  /** `opens` is when it opens again; undefined when nobody has said so. */
  | { readonly kind: 'closed'; readonly opens: Date | undefined; readonly asked: Date }

/** A service that somebody has closed, until an instant or until further notice. */
export type ClosedByHand = { readonly until: Date | undefined }

export type OpeningRules = {
  readonly open: Open | undefined
  readonly closed: ClosedByHand | undefined
  /** IANA name: wall times are the municipality's. */
  readonly timeZone: string
}

/** Instants in milliseconds, the last one not included. */
type Window = { readonly from: number; readonly to: number }

/**
 * Whether a service is open at an instant, and until or from when. Where the clock is set back or forward, a wall time may exist twice or
 * not at all: it then opens at the earlier instant and closes at the later, so that nobody is shut out.
 */
export function openingAt({ open, closed, timeZone }: OpeningRules, asked: Date): Opening {
  const windows = windowsOf(open, timeZone, asked)
  const now = asked.getTime()
  if (!closed || (closed.until && closed.until.getTime() <= now)) return inWindows(windows, now, asked)
  if (!closed.until) return { kind: 'closed', opens: undefined, asked }
  const then = inWindows(windows, closed.until.getTime(), asked)
  return { kind: 'closed', opens: then.kind === 'open' ? closed.until : then.opens, asked }
}

function inWindows(windows: readonly Window[], at: number, asked: Date): Opening {
  const current = windows.find(({ from, to }) => from <= at && at < to)
  if (current) return { kind: 'open', until: instant(current.to - 1000), asked }
  const next = windows.find(({ from }) => from > at)
  return { kind: 'closed', opens: next && instant(next.from), asked }
}

const instant = (milliseconds: number): Date | undefined =>
  Number.isFinite(milliseconds) ? new Date(milliseconds) : undefined

const always: Window = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** When a service is open: its periods, and its seasons of last year, this one and the two to come, oldest first, none touching another. */
function windowsOf(open: Open | undefined, timeZone: string, asked: Date): readonly Window[] {
  if (!open || (open.periods.length === 0 && open.seasons.length === 0)) return [always]
  const { year } = Temporal.Instant.fromEpochMilliseconds(asked.getTime()).toZonedDateTimeISO(timeZone)
  const periods = open.periods.map(({ from, to }) => ({
    from: from === undefined ? always.from : begins(from, timeZone),
    to: to === undefined ? always.to : ends(to, timeZone),
  }))
  const seasons = open.seasons.flatMap(({ from, to }) =>
    [year - 1, year, year + 1, year + 2].map((first) => {
      const last = lastSecond(`2000-${to}`) < firstSecond(`2000-${from}`) ? first + 1 : first
      return { from: begins(inYear(from, first), timeZone), to: ends(inYear(to, last), timeZone) }
    }),
  )
  return joined([...periods, ...seasons])
}

/** A yearly time in a year; the 29th of February is the 28th where there is none. */
function inYear(text: string, year: number): string {
  const [day = '', time] = text.split('T')
  const date = Temporal.PlainMonthDay.from(day).toPlainDate({ year }).toString()
  return time === undefined ? date : `${date}T${time}`
}

const begins = (text: string, timeZone: string): number =>
  Temporal.PlainDateTime.from(firstSecond(text)).toZonedDateTime(timeZone, { disambiguation: 'earlier' })
    .epochMilliseconds

const ends = (text: string, timeZone: string): number =>
  Temporal.PlainDateTime.from(lastSecond(text)).toZonedDateTime(timeZone, { disambiguation: 'later' })
    .epochMilliseconds + 1000

function joined(windows: readonly Window[]): readonly Window[] {
  const result: Window[] = []
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && window.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, window.to) }
    else result.push(window)
  }
  return result
}

/** The instants at which those with a saved application are told that it closes: 7 days and 1 day before, at the same time of day. */
export function remindersBefore(until: Date, timeZone: string): readonly Date[] {
  const closing = Temporal.Instant.fromEpochMilliseconds(until.getTime()).toZonedDateTimeISO(timeZone)
  return [7, 1].map((days) => new Date(closing.subtract({ days }).epochMilliseconds))
}
