import { levelInWords } from '../../identity/public.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import type { SubmittedSigner } from './submitted.ts'

/** The page of signatures: who, as what, when, how and how surely, and who is missing. */
export const signatureWords = (signers: readonly SubmittedSigner[], texts: Texts) => ({
  heading: texts.t('documents.signatures.heading'),
  intro: texts.t('documents.signatures.intro'),
  signers: signers.map((signer) => signerWords(signer, texts)),
})

function signerWords({ name, role, declined, signed }: SubmittedSigner, { t, format }: Texts) {
  const as = t(`signing.role.${role}`)
  const who = { name: name ?? as, role: name === undefined ? '' : ` · ${as}` }
  if (!signed)
    return { ...who, missing: t(declined ? 'documents.signatures.declined' : 'documents.signatures.missing') }
  const level = levelInWords(signed.level)
  return {
    ...who,
    facts: [
      { label: t('documents.signatures.when'), value: format.dateTime(signed.at) },
      { label: t('documents.signatures.method'), value: signed.method },
      { label: t('documents.signatures.level'), value: level === undefined ? signed.level : t(level) },
      { label: t('documents.signatures.reference'), value: signed.reference },
    ],
    checksum: { label: t('documents.signatures.checksum'), value: Buffer.from(signed.checksum).toString('hex') },
  }
}
