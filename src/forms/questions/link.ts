import { z } from 'zod'
import { LocalizedText } from '../../platform/texts/localized.ts'

/** A link that a block of text leads to: a page or file of ours (`/…`) or of another site. */
export const Link = z
  .strictObject({
    href: z.string().regex(/^(https:\/\/[^\s]+|\/(?!\/)[^\s]*)$/, 'must begin with https:// or /'),
    label: LocalizedText,
  })
  .readonly()

/** The paragraphs of a text; an empty line begins a new one. */
export const paragraphsOf = (text: string): readonly string[] => text.split(/\n\s*\n/)
