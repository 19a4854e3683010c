import { z } from 'zod'
import { LocalizedText } from '../../platform/texts/localized.ts'
import type { CatalogueDefinition } from './definition.ts'
import { Open } from './open.ts'
import { Icon } from './start-page.ts'

/** What the lists of the catalogue show of a service, as stored beside it. */
export const Listing = z
  .object({
    title: LocalizedText,
    summary: LocalizedText,
    icon: Icon,
    login: z.enum(['required', 'optional', 'none']),
    /** A word that finds it. */
    keyword: LocalizedText,
    /** When it can be begun and sent; always when left out. */
    open: Open.optional(),
  })
  .readonly()

export type Listing = z.infer<typeof Listing>

/** The listing of a definition. Paper forms and other systems ask for no login of ours. */
export function listingOf(definition: CatalogueDefinition): Listing {
  const { title, summary, icon, keywords } = definition
  const [sv = definition.title.sv] = keywords.sv
  const [en] = keywords.en
  return {
    title,
    summary,
    icon,
    login: definition.kind === 'electronic' ? definition.login : 'none',
    keyword: en === undefined ? { sv } : { sv, en },
    ...(definition.kind === 'electronic' && definition.open ? { open: definition.open } : {}),
  }
}
