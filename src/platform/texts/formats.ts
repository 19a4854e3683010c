import { Temporal } from 'temporal-polyfill'
import type { Language } from './catalogue.ts'

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

/** How dates, times and figures are written, in one language and one municipality's time zone. The only place that decides it. */
export type Formats = {
  /** `3 mars 2027`; takes an instant or a calendar date (`2027-03-03`). */
  readonly date: (when: Date | string) => string
  /** `14.30` (Swedish), `14:30` (English) */
  readonly time: (when: Date) => string
  /** The same of a time of day that belongs to no date, `14:30`. */
  readonly timeOfDay: (time: string) => string
  /** `3 mars 2027 kl. 14.30` */
  readonly dateTime: (when: Date) => string
  /**
   * `3 mars kl. 14.30` of an instant that is yet to come, seen from `now`: the year is said when it isn't the next such day, and the time unless
   * it is midnight.
   */
  readonly upcoming: (when: Date, now: Date) => string
  /** `1 204,5` */
  readonly number: (value: number) => string
  /** `1 204 kr` or `1 204,50 kr` (Swedish), `SEK 1,204` (English), of a sum in kronor */
  readonly amount: (kronor: number) => string
  /** `1,2 MB`, of a size in bytes */
  readonly fileSize: (bytes: number) => string
  /** `Ada, Bo och Cecilia` */
  readonly list: (items: readonly string[]) => string
}

/** Under this many milliseconds a day and month can only be the next such day: 364 days. */
const nextSuchDay = 364 * 24 * 60 * 60 * 1000

/** Makes the formats of a language in a time zone (IANA name). */
export function formatsFor(language: Language, timeZone: string): Formats {
  const locale = locales[language]
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const dates = new Intl.DateTimeFormat(locale, { ...day, timeZone })
  const calendarDates = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' })
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  const ore = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const sizes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const clock = language === 'sv' ? '.' : ':'
  const at = language === 'sv' ? 'kl.' : 'at'
  const daysOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone })

  const date = (when: Date | string) =>
    typeof when === 'string' ? calendarDates.format(new Date(`${when}T00:00:00Z`)) : dates.format(when)
  const time = (when: Date) => {
    const local = Temporal.Instant.fromEpochMilliseconds(when.getTime()).toZonedDateTimeISO(timeZone)
    return `${String(local.hour).padStart(2, '0')}${clock}${String(local.minute).padStart(2, '0')}`
  }
  return {
    date,
    time,
    timeOfDay: (written) => written.replace(':', clock),
    dateTime: (when) => `${date(when)} ${at} ${time(when)}`,
    upcoming: (when, now) => {
      const written = when.getTime() - now.getTime() < nextSuchDay ? daysOfYear.format(when) : date(when)
      return time(when) === `00${clock}00` ? written : `${written} ${at} ${time(when)}`
    },
    number: (value) => numbers.format(value),
    amount: (kronor) => {
      const written = Number.isInteger(kronor) ? numbers.format(kronor) : ore.format(kronor)
      return language === 'sv' ? `${written} kr` : `SEK ${written}`
    },
    fileSize: (bytes) =>
      bytes < 1000 * 1000 ? `${sizes.format(Math.ceil(bytes / 1000))} kB` : `${sizes.format(bytes / 1e6)} MB`,
    list: (items) => lists.format(items),
  }
}
