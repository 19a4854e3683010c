import { z } from 'zod'
import { LocalizedText } from '../../../platform/texts/localized.ts'
import { Id } from '../../question.ts'

const ListedOption = z
  .strictObject({
    id: Id,
    label: LocalizedText,
    /** The option under which this one stands. */
    parent: Id.optional(),
    /** Other words that it may be searched by, with spaces between. */
    words: LocalizedText.optional(),
  })
  .readonly()

/** One line of a list. */
export type ListedOption = z.infer<typeof ListedOption>

/** The settings of a searchable list; `choose` says whether what has others under it can be chosen, too. */
export const searchableListSettings = {
  options: z.array(ListedOption).min(1).max(10_000).readonly(),
  choose: z.enum(['leaves', 'all']).default('leaves'),
} as const
