import { z } from 'zod'
import { LocalizedText } from '../../../platform/texts/localized.ts'
import { OwnFile } from '../../own-file.ts'
import { Link } from '../link.ts'

/** A file that lies elsewhere; `size` in bytes. */
const LinkedFile = Link.unwrap()
  .extend({ kind: z.string().min(1).max(20).default('PDF'), size: z.int().min(1).optional() })
  .readonly()

/** The settings of a block of information; an empty line in `text` begins a new paragraph. The label is its heading. */
export const informationSettings = {
  text: LocalizedText,
  tone: z.enum(['info', 'important']).default('info'),
  /** Files to read or print: the service's own by name, or others by address. */
  files: z
    .array(z.union([OwnFile, LinkedFile]))
    .default([])
    .readonly(),
} as const
