import { Temporal } from 'temporal-polyfill'
import type { Language } from './catalogue.ts'

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

/** How dates, times and figures are written, in one language and one municipality's time zone. The only place that decides it. */
export type Formats = {
  /** `3 mars 2027`; takes an instant or a calendar date (`2027-03-03`). */
  readonly date: (when: Date | string) => string
  /** `14.30` (Swedish), `14:30` (English) */
  readonly time: (when: Date) => string
  /** `3 mars 2027 kl. 14.30` */
  readonly dateTime: (when: Date) => string
  /** `1 204,5` */
  readonly number: (value: number) => string
  /** `1,2 MB`, of a size in bytes */
  readonly fileSize: (bytes: number) => string
}

/** Makes the formats of a language in a time zone (IANA name). */
export function formatsFor(language: Language, timeZone: string): Formats {
  const locale = locales[language]
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const dates = new Intl.DateTimeFormat(locale, { ...day, timeZone })
  const calendarDates = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' })
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  const sizes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const clock = language === 'sv' ? '.' : ':'

  const date = (when: Date | string) =>
    typeof when === 'string' ? calendarDates.format(new Date(`${when}T00:00:00Z`)) : dates.format(when)
  const time = (when: Date) => {
    const local = Temporal.Instant.fromEpochMilliseconds(when.getTime()).toZonedDateTimeISO(timeZone)
    return `${String(local.hour).padStart(2, '0')}${clock}${String(local.minute).padStart(2, '0')}`
  }
  return {
    date,
    time,
    dateTime: (when) => (language === 'sv' ? `${date(when)} kl. ${time(when)}` : `${date(when)} at ${time(when)}`),
    number: (value) => numbers.format(value),
    fileSize: (bytes) =>
      bytes < 1000 * 1000 ? `${sizes.format(Math.ceil(bytes / 1000))} kB` : `${sizes.format(bytes / 1e6)} MB`,
  }
}
