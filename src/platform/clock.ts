import { Temporal } from 'temporal-polyfill'

/** Where the program gets the time from; tests give their own. */
export type Clock = { readonly now: () => Date }

export const systemClock: Clock = { now: () => new Date() }

/** The calendar day of an instant in a time zone (IANA name), as `2027-03-03`. */
export const dayIn = (timeZone: string, when: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(when.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()

export const seconds = (count: number): number => count * 1000
export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => minutes(count * 60)
export const days = (count: number): number => hours(count * 24)

/** An instant a number of milliseconds later. */
export const later = (when: Date, milliseconds: number): Date => new Date(when.getTime() + milliseconds)
