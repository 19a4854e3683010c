import type { TextKey } from '../../../platform/texts/catalogue.ts'

/** What the person reads in place of our own words, by the code of the failure: where it is Freja's ways that explain it. */
const texts: Readonly<Record<string, TextKey>> = {
  'freja-canceled': 'freja.canceled',
  'freja-rp-canceled': 'freja.rp-canceled',
  'freja-expired': 'freja.expired',
  'freja-rejected': 'freja.rejected',
  'freja-error-2000': 'freja.rejected',
  'freja-error-1005': 'freja.turned-off',
  'freja-low-level': 'freja.low-level',
  'freja-foreign-number': 'freja.foreign-number',
}

/** Freja's words for an ending; undefined where ours say it as well. */
export const textOfEnding = (code: string): TextKey | undefined => texts[code]
