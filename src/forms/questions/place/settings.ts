import { z } from 'zod'

/** The setting of a place: how many characters its description in words may have, as a person counts them. */
export const placeSettings = { maxLength: z.int().min(1).max(5000).default(500) } as const
