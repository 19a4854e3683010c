import { z } from 'zod'
import { ruled } from '../../ruled.ts'

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time, HH:MM')

/** The settings of a time of day: the earliest and the latest that may be given, `HH:MM`. */
export const timeSettings = { min: ruled(TimeOfDay).optional(), max: ruled(TimeOfDay).optional() } as const
