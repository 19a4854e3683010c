import { z } from 'zod'
import { LocalizedText } from '../../../platform/texts/localized.ts'

/** The settings of a block of information; an empty line in `text` begins a new paragraph. The label is its heading. */
export const informationSettings = {
  text: LocalizedText,
  tone: z.enum(['info', 'important']).default('info'),
} as const
