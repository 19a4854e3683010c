import type { Texts } from '../../../platform/texts/texts.ts'
import type { SummaryPair } from '../../summary-value.ts'
import { type FoundPlace, nameOfPlace, propertyOfPlace } from './registered-place.ts'

/** Where a place comes from: the register, at an instant, or nobody but the person. */
export const provenanceOf = (found: FoundPlace | undefined, { t, format }: Texts): string =>
  found === undefined
    ? t('forms.address.unchecked')
    : t('forms.address.from-register', { when: format.dateTime(new Date(found.fetched.at)) })

/** What is told of a place from the register. */
export function pairsOf(found: FoundPlace, { t }: Texts): readonly SummaryPair[] {
  const property = propertyOfPlace(found)
  return [
    ...(found.address === undefined ? [] : [{ label: t('forms.address.address'), value: nameOfPlace(found) }]),
    ...(property === undefined ? [] : [{ label: t('forms.address.property'), value: property }]),
    { label: t('forms.address.municipality'), value: found.municipalityName },
  ]
}
