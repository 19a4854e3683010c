import { z } from 'zod'
import { ruled } from '../../ruled.ts'

/** The settings of an interval: the first and the last day that it may hold, and how many days it may have, both ends counted. */
export const dateIntervalSettings = {
  min: ruled(z.iso.date()).optional(),
  max: ruled(z.iso.date()).optional(),
  longest: ruled(z.number()).optional(),
} as const
