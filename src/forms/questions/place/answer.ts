import { z } from 'zod'
import { FoundPlace } from '../address-search/registered-place.ts'

/** A place as submitted, by every way in which it was given; `text` is the first of them in one line. */
export const PlaceAnswer = z
  .object({
    text: z.string(),
    /** What the register tells of the address that was chosen. */
    found: FoundPlace.exactOptional(),
    /** An address that was written and not checked. */
    address: z.string().exactOptional(),
    /** A description. */
    words: z.string().exactOptional(),
    /** WGS 84, in decimal degrees. */
    position: z.object({ latitude: z.number(), longitude: z.number() }).readonly().exactOptional(),
  })
  .readonly()

export type PlaceAnswer = z.infer<typeof PlaceAnswer>
