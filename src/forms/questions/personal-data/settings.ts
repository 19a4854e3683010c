import { z } from 'zod'
import { LocalizedText } from '../../../platform/texts/localized.ts'
import { Link } from '../link.ts'

/** The settings of what somebody must be told whose data is collected (GDPR article 13). The label is its heading. */
export const personalDataSettings = {
  /** The board that answers for the data. */
  controller: LocalizedText,
  purpose: LocalizedText,
  basis: z.enum(['public-task', 'authority', 'legal-obligation', 'contract', 'consent']),
  /** How long it is kept. */
  kept: LocalizedText,
  /** Whoever else gets it. */
  shared: LocalizedText.optional(),
  /** How to reach the data protection officer. */
  contact: LocalizedText,
  more: Link.optional(),
} as const
