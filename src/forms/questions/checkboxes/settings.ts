import { z } from 'zod'
import { Options } from '../options.ts'
import { OtherOption } from '../other-option.ts'

/** The settings of checkboxes: how many may be ticked, and the option that excludes all others ("Inget av detta"). */
export const checkboxesSettings = {
  options: Options,
  otherOption: OtherOption.optional(),
  min: z.int().min(1).optional(),
  max: z.int().min(1).optional(),
  exclusive: z.string().optional(),
} as const
