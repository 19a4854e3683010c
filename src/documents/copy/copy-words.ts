import { summarise } from '../../forms/summary.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { type Letterhead, letterheadWords } from '../letterhead.ts'
import { groupWords } from './group-words.ts'
import { signatureWords } from './signature-words.ts'
import type { Submitted } from './submitted.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Every word of a copy of what was sent in, in the language of the texts, in the places where the template looks for them. */
export function copyWords(submitted: Submitted, letterhead: Letterhead, texts: Texts) {
  const { t, format, pick } = texts
  const { municipality } = letterhead
  const { number, service, attachments } = submitted
  const title = pick(service.definition.title)
  const received = format.dateTime(submitted.receivedAt)
  return {
    language: texts.language,
    title,
    description: t('documents.copy.description', { number, municipality }),
    letterhead: letterheadWords(letterhead),
    kind: t('documents.copy.kind'),
    facts: factsOf(submitted, texts),
    columns: { question: t('documents.copy.question'), answer: t('documents.copy.answer') },
    groups: summarise(service.definition.form, submitted, texts).map((group) => groupWords(group, texts)),
    attachments: {
      heading: t('documents.copy.attachments'),
      none: t('documents.copy.attachments-none'),
      intro: t('documents.copy.attachments-intro'),
      columns: {
        name: t('documents.copy.file'),
        type: t('documents.copy.file-type'),
        size: t('documents.copy.file-size'),
      },
      files: attachments.map((file) => ({
        name: file.name,
        type: file.mediaType,
        size: format.fileSize(file.size),
        sha256: hex(file.sha256),
      })),
    },
    about: {
      heading: t('documents.copy.about'),
      paragraphs: [
        t('documents.copy.about-text', { municipality, received }),
        ...(submitted.isPart ? [t('documents.copy.about-part')] : []),
        t('documents.copy.about-checksums'),
      ],
      digest: { label: t('documents.copy.digest'), value: hex(submitted.digest) },
    },
    ...(submitted.signers.length > 0 && { signatures: signatureWords(submitted.signers, texts) }),
    footer: {
      document: title,
      case: t('documents.copy.footer', { number, received }),
      page: t('documents.copy.page'),
      of: t('documents.copy.page-of'),
    },
  }
}

/** What stands in the frame under the title. */
function factsOf({ number, sequence, receivedAt, sender, loggedIn }: Submitted, { t, format }: Texts) {
  const from = sender ?? (loggedIn ? undefined : t('documents.copy.not-logged-in'))
  return [
    { label: t('documents.copy.number'), value: number },
    { label: t('documents.copy.received'), value: format.dateTime(receivedAt) },
    {
      label: t('documents.copy.document'),
      value: sequence === 1 ? t('documents.copy.first') : t('documents.copy.supplement', { number: sequence - 1 }),
    },
    ...(from === undefined ? [] : [{ label: t('documents.copy.sender'), value: from }]),
    ...(sender !== undefined && !loggedIn
      ? [{ label: t('documents.copy.login'), value: t('documents.copy.not-logged-in') }]
      : []),
  ]
}
