import { z } from 'zod'
import { ruled } from '../../ruled.ts'

/** The settings of a date: the first and the last day that may be given. */
export const dateSettings = { min: ruled(z.iso.date()).optional(), max: ruled(z.iso.date()).optional() } as const
