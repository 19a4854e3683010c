import type { TextKey } from '../../../platform/texts/catalogue.ts'
import type { FrejaService } from './client.ts'

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

/** Where it is said otherwise of signatures. */
const textsOfSigning: Readonly<Record<string, TextKey>> = {
  'freja-rp-canceled': 'freja.sign.rp-canceled',
  'freja-expired': 'freja.sign.expired',
  'freja-signature-low-level': 'freja.low-level',
}

/** Freja's words for an ending; undefined where ours say it as well. */
export const textOfEnding = (code: string, service: FrejaService): TextKey | undefined =>
  (service === 'sign' ? textsOfSigning[code] : undefined) ?? texts[code]
