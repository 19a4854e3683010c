import { textsFor } from '../../platform/texts/texts.ts'

/** What a bundle says of itself, in Swedish and English: what lies in it, and how anybody verifies it. Dates in a time zone (IANA name). */
export function describeBundle(about: {
  readonly municipality: string
  readonly number: string
  readonly madeAt: Date
  readonly timeZone: string
  /** Made for who applied: others' evidence isn't in it. */
  readonly isApplicants: boolean
}): string {
  const { municipality, number } = about
  const parts = (['sv', 'en'] as const).map((language) => {
    const { t, format } = textsFor(language, about.timeZone)
    const paragraphs = [
      t('documents.evidence.title', { number, municipality }),
      t('documents.evidence.made', { when: format.dateTime(about.madeAt) }),
      t('documents.evidence.holds'),
      ...(about.isApplicants ? [t('documents.evidence.applicants')] : []),
      t('documents.evidence.files'),
      t('documents.evidence.verify'),
      t('documents.evidence.without'),
      t('documents.evidence.personal'),
    ]
    return paragraphs.join('\n\n')
  })
  return `${parts.join('\n\n---\n\n')}\n`
}
