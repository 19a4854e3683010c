import type { Service } from '../catalogue/public.ts'
import type { SealedCopy } from '../drafts/public.ts'
import { summarise } from '../forms/summary.ts'
import type { Texts } from '../platform/texts/texts.ts'
import { manifestOf, type Place } from './evidence/manifest.ts'
import { type Reader, textToSign } from './evidence/text.ts'
import type { SignedText } from './methods/method.ts'
import type { Seen } from './seen.ts'

type Signing = {
  readonly draft: string
  readonly service: Service
  readonly copy: SealedCopy
  /** Which of them signs. */
  readonly signer: Place
  /** All who are asked to. */
  readonly parties: readonly Place[]
  /** What is signed, by `signedBy`. */
  readonly seen: Seen
}

/** What binds a signature to all that its signer saw: worked out as the signature is asked for, and once more before it counts. */
export const manifestFor = ({ draft, service, seen, signer, parties }: Omit<Signing, 'copy'>): string =>
  manifestOf({
    draft,
    service: service.serviceId,
    version: service.versionId,
    answers: seen.answers,
    files: seen.files.map(({ fileId, sha256 }) => ({ id: fileId, sha256: Buffer.from(sha256).toString('hex') })),
    parties,
    signer: signer.position,
  })

/** The words that somebody signs, for where they are read, with the manifest. `municipality` is whom it is sent to. */
export function textFor(
  signing: Signing,
  { reader, texts, municipality }: { readonly reader: Reader; readonly texts: Texts; readonly municipality: string },
): SignedText {
  const { service, copy, signer, seen } = signing
  const { role } = signer
  const { t, pick } = texts
  const { form, title } = service.definition
  const readable = {
    title: pick(title),
    lead: [
      t('signing.text.to', { municipality }),
      ...(copy.caseId === undefined ? [] : [t('signing.text.supplement')]),
      ...(role === 'applicant' || copy.applicantName === undefined
        ? []
        : [t('signing.text.from', { name: copy.applicantName })]),
      t(`signing.text.as.${role}`),
    ],
    groups: summarise(form, seen, texts),
    files: seen.files.length,
  }
  return { ...textToSign(readable, reader, texts), manifest: manifestFor(signing) }
}
