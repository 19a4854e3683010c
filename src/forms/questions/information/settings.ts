import { z } from 'zod'
import { LocalizedText } from '../../../platform/texts/localized.ts'
import { Link } from '../link.ts'

/** A file to read or print; `size` in bytes. */
const PublicFile = Link.unwrap()
  .extend({ kind: z.string().min(1).max(20).default('PDF'), size: z.int().min(1).optional() })
  .readonly()

/** The settings of a block of information; an empty line in `text` begins a new paragraph. The label is its heading. */
export const informationSettings = {
  text: LocalizedText,
  tone: z.enum(['info', 'important']).default('info'),
  files: z.array(PublicFile).default([]).readonly(),
} as const
