import { z } from 'zod'
import { LocalizedText } from '../../../platform/texts/localized.ts'
import { formatNames } from './formats.ts'

/** What an answer has to look like, as a regular expression for the whole line (RE2's language), and what is said to who writes otherwise. */
const Pattern = z.strictObject({ matches: z.string().min(1).max(500), message: LocalizedText }).readonly()

/** The settings of a text question; `maxLength` in characters as a person counts them. */
export const textSettings = {
  maxLength: z.int().min(1).max(1000).default(200),
  /** `phone` and `iban` take foreign numbers, too; `business-number` takes a sole trader's identity number beside organisation numbers. */
  format: z.enum(['none', ...formatNames]).default('none'),
  pattern: Pattern.optional(),
} as const
