import { z } from 'zod'

/** The settings of a text question; `maxLength` in characters as a person counts them. */
export const textSettings = {
  maxLength: z.int().min(1).max(1000).default(200),
  /** `phone` takes foreign numbers, too; `postal-code` Swedish ones. */
  format: z.enum(['none', 'email', 'phone', 'postal-code']).default('none'),
} as const
