import { days, hours } from '../platform/clock.ts'
import type { Owner } from './policy.ts'

/** For how long after the latest change a draft is kept, in milliseconds. A person is promised 90 days; a visitor's cookie, the only key, lasts a day. */
export const keptFor = (owner: Owner['kind']): number => (owner === 'person' ? days(90) : hours(24))

/** How long before its removal a person is told of it, in milliseconds. */
export const warnedBefore = days(7)

/** How many drafts that are not sent one owner may have: more than anybody fills in at a time, few enough that a script can't fill the disk. */
export const mostDrafts = (owner: Owner['kind']): number => (owner === 'person' ? 50 : 20)

/** What one draft may hold in all, over the limits of its single questions: files, and their bytes. */
export const mostFiles = 100
export const mostBytes = 250_000_000

/** Bytes that all files in an owner's drafts that are not sent may have: four full drafts of a person; a visitor's are gone after a day. */
export const quota = (owner: Owner['kind']): number => (owner === 'person' ? 1_000_000_000 : 250_000_000)
