import { z } from 'zod'
import { LocalizedText } from '../../../platform/texts/localized.ts'
import { ruled } from '../../ruled.ts'

/** The settings of a calculated value: the expression, what kind of value it gives, and how that is said. */
export const calculatedSettings = {
  value: ruled(z.union([z.number(), z.string()])).optional(),
  gives: z.enum(['number', 'amount', 'date', 'text']),
  /** What stands after a number. */
  unit: LocalizedText.optional(),
  /** What a text means in each language, when it is no text to be read as it is. */
  words: z.record(z.string(), LocalizedText).readonly().optional(),
} as const
