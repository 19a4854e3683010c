import type { Texts } from '../../../platform/texts/texts.ts'

/** Where an organisation's details come from: the register, at an instant, or nobody but the person. */
export const provenance = (fetchedAt: string | undefined, { t, format }: Texts): string =>
  fetchedAt === undefined
    ? t('forms.organisation.unchecked')
    : t('forms.organisation.from-register', { when: format.dateTime(new Date(fetchedAt)) })

/** "Konkurs sedan 4 maj 2026". */
export const proceedingInWords = (
  { name, from }: { readonly name: string; readonly from?: string },
  { t, format }: Texts,
): string =>
  from === undefined ? name : t('forms.organisation.proceeding', { proceeding: name, when: format.date(from) })
