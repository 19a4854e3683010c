import { z } from 'zod'
import { ruled } from '../../ruled.ts'

/** The settings of a sum of money in kronor: both limits inclusive, and whether öre may be given. */
export const amountSettings = {
  min: ruled(z.number()).default(0),
  max: ruled(z.number()).optional(),
  ore: z.boolean().default(false),
} as const
