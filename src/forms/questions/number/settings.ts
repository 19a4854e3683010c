import { z } from 'zod'
import { LocalizedText } from '../../../platform/texts/localized.ts'
import { ruled } from '../../ruled.ts'

/** The settings of a number: its unit in words, both limits inclusive, and how many decimals it may have. */
export const numberSettings = {
  unit: LocalizedText.optional(),
  min: ruled(z.number()).optional(),
  max: ruled(z.number()).optional(),
  decimals: z.int().min(0).max(6).default(0),
} as const
