import { z } from 'zod'

/** The setting of a long text: how many characters it may have, as a person counts them. */
export const longTextSettings = { maxLength: z.int().min(1).max(20_000).default(2000) } as const
