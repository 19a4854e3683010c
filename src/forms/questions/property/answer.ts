import { z } from 'zod'
import { FoundPlace } from '../address-search/registered-place.ts'

/** A property as submitted: in one line, and what the register tells of it; without `found` nothing has been checked. */
export const PropertyAnswer = z.object({ text: z.string(), found: FoundPlace.exactOptional() }).readonly()

export type PropertyAnswer = z.infer<typeof PropertyAnswer>
