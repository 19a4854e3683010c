import { minutes } from '../../platform/clock.ts'

/** A staff member's provider is asked this often whether they are still who and what they were, in milliseconds. */
export const askedEvery = minutes(5)

/** How long a session goes on, in milliseconds, when its provider has not said so: it may be out of reach for 15 minutes. */
export const unconfirmedLasts = askedEvery + minutes(15)

/** The longest session, in milliseconds, of a staff member whose provider can't be asked again: it gives no refresh token. */
export const unaskedLasts = minutes(60)
