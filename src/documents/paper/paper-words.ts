import type { PaperForm } from '../../catalogue/public.ts'
import { onPaper } from '../../forms/on-paper.ts'
import { dateBoxes } from '../../forms/paper-field.ts'
import { paragraphsOf } from '../../forms/questions/link.ts'
import { type Sent, summarise } from '../../forms/summary.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { groupWords } from '../copy/group-words.ts'
import { type Letterhead, letterheadWords } from '../letterhead.ts'
import { codeInWords } from './code.ts'

/** A form on paper with what its last page says of it. */
export type Paper = {
  readonly form: PaperForm
  /** The version's number among those of the form, and when it was published. */
  readonly number: number
  readonly publishedAt: Date
}

/** What was filled in on screen, and the code that the print has. */
export type FilledIn = Sent & { readonly code: string }

/** Every word of a form on paper, in the language of the texts: to be filled in by hand, or with what was filled in on screen. */
export function paperWords({ form, number, publishedAt }: Paper, of: PaperOf) {
  const { texts, letterhead, filledIn } = of
  const { t, pick, format } = texts
  const { definition } = form
  const title = pick(definition.title)
  const code = filledIn && codeInWords(filledIn.code)
  // What the boxes hold stands under them here, where there is no room beside.
  const { hint, ...boxes } = dateBoxes(texts)
  return {
    language: texts.language,
    title,
    description: pick(definition.summary),
    letterhead: letterheadWords(letterhead),
    kind: t('documents.paper.kind'),
    facts: whereTo(form, texts),
    columns: { question: t('documents.copy.question'), answer: t('documents.copy.answer') },
    words: { one: t('documents.paper.cross-one'), several: t('documents.paper.cross-several') },
    notices: definition.notices.map(({ heading, text }) => ({
      ...(heading && { heading: pick(heading) }),
      paragraphs: paragraphsOf(pick(text)),
    })),
    how: [t(filledIn ? 'documents.paper.how-filled-in' : 'documents.paper.how')],
    sections: filledIn ? [] : onPaper(definition.form, texts),
    groups: filledIn ? summarise(definition.form, filledIn, texts).map((group) => groupWords(group, texts)) : [],
    enclosures: {
      heading: t('documents.paper.enclosures'),
      intro: t('documents.paper.enclosures-intro'),
      items: definition.enclosures.map(pick),
    },
    signatures: {
      heading: t('documents.paper.signatures'),
      place: t('documents.paper.place'),
      date: t('documents.paper.date', { hint }),
      boxes,
      signature: t('documents.paper.signature'),
      name: t('documents.paper.name'),
      items: definition.signatures.map(({ heading, statement }) => ({
        heading: pick(heading),
        ...(statement && { statement: pick(statement) }),
      })),
    },
    about: {
      heading: t('documents.paper.about'),
      facts: aboutIt(form, texts),
      paragraphs: paragraphsOf(t('catalogue.personal-data.rights')),
    },
    ...(code && { code: { label: t('documents.paper.code'), value: code, text: t('documents.paper.code-text') } }),
    footer: {
      document: title,
      case: code
        ? t('documents.paper.footer-code', { code })
        : t('documents.paper.footer', { number, date: format.date(publishedAt) }),
      page: t('documents.copy.page'),
      of: t('documents.copy.page-of'),
    },
  }
}

type PaperOf = {
  readonly letterhead: Letterhead
  readonly texts: Texts
  readonly filledIn?: FilledIn | undefined
}

/** What stands in the frame under the title. */
function whereTo({ definition: { postalAddress, office, contact } }: PaperForm, { t, pick }: Texts) {
  return [
    { label: t('catalogue.paper.post'), value: pick(postalAddress) },
    { label: pick(office.name), value: `${pick(office.address)} (${pick(office.openingHours)})` },
    { label: t('catalogue.contact.phone'), value: `${contact.phone}, ${pick(contact.hours)}` },
    { label: t('catalogue.contact.email'), value: contact.email },
  ]
}

/** Fee, time and law, and what must be said to whoever gives personal data (GDPR article 13). */
function aboutIt({ definition }: PaperForm, { t, pick }: Texts) {
  const { personalData } = definition
  return [
    { label: t('catalogue.fee'), value: pick(definition.fee) },
    { label: t('catalogue.handling-time'), value: pick(definition.handlingTime) },
    { label: t('documents.paper.law'), value: pick(definition.law) },
    { label: t('catalogue.personal-data.controller'), value: pick(personalData.controller) },
    { label: t('catalogue.personal-data.purpose'), value: pick(personalData.purpose) },
    { label: t('catalogue.personal-data.basis'), value: pick(personalData.legalBasis) },
    { label: t('catalogue.personal-data.recipients'), value: pick(personalData.recipients) },
    { label: t('catalogue.personal-data.retention'), value: pick(personalData.retention) },
    { label: t('catalogue.personal-data.officer'), value: personalData.officer },
  ]
}
