import {
  type FrejaUnsignedCode,
  isFrejaPlus,
  readFrejaAnswer,
  readFrejaCertificates,
} from '../../../identity/public.ts'
import { minutes } from '../../../platform/clock.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { Evidence, SignedText, Signer, Verified } from '../../methods/method.ts'
import { SignatureDetails } from './details.ts'
import { numberOf } from './ssn-user-info.ts'
import { readUserSignature, type UserSignatureCode } from './user-signature.ts'

export type FrejaEvidence = Extract<Evidence, { kind: 'freja' }>

/** What evidence must be of. */
export type ExpectedSignature = {
  readonly text: SignedText
  readonly signer: Signer
  /** Which of an integrator's relying parties asked; undefined where there is but one. */
  readonly relyingParty?: string | undefined
  /** When the order was placed; undefined where nobody has kept it. */
  readonly placedAt?: Date
}

/** Why evidence proves nothing, as the operator reads it. */
export type FrejaSignatureCode = `freja-signature-${
  | FrejaUnsignedCode
  | UserSignatureCode
  | 'other-reference'
  | 'not-approved'
  | 'other-relying-party'
  | 'wrong-time'
  | 'before-order'
  | 'low-level'
  | 'other-type'
  | 'no-number'
  | 'foreign-number'
  | 'another-person'
  | 'other-text'
  | 'other-binary-data'}`

/** How long before it was collected a signature can have been made, in milliseconds: orders last for five minutes, and a process may have been killed. */
const oldest = minutes(10)

/** How far Freja's clock may be from ours, in milliseconds. */
const skew = minutes(1)

/**
 * Verifies that Freja vouches for somebody's signature of a text and its manifest. `trusted` is the certificates (PEM) that Freja has published for
 * its signed answers, also those that it has ceased to use; a certificate that the evidence brings along counts only if it is among them. Asks nobody.
 */
export async function verifyFrejaSignature(
  evidence: FrejaEvidence,
  expected: ExpectedSignature,
  trusted: string,
): Promise<Result<Verified, FrejaSignatureCode>> {
  const certificates = new Map(
    [...readFrejaCertificates(trusted)].filter(([, certificate]) => certificate.toString() === evidence.certificate),
  )
  const at = new Date(evidence.collectedAt)
  const signed = await readFrejaAnswer(evidence.details, { certificates, at, details: SignatureDetails })
  if (!signed.ok) return failed(`freja-signature-${signed.error}`)
  const details = signed.value
  const code = whyNotOurs(details, evidence, expected) ?? whyNotBy(details, expected.signer)
  if (code) return failed(code)
  const data = readUserSignature(details.signatureData.userSignature)
  if (!data.ok) return failed(`freja-signature-${data.error}`)
  if (!data.value.text.equals(Buffer.from(expected.text.visible))) return failed('freja-signature-other-text')
  if (!data.value.binaryData.equals(Buffer.from(expected.text.manifest)))
    return failed('freja-signature-other-binary-data')
  const name = details.requestedAttributes.basicUserInfo
  return ok({
    signer: expected.signer,
    name: name && `${name.name} ${name.surname}`,
    signedAt: new Date(details.timestamp),
  })
}

/** Why it is about something else than the order that the evidence is of. */
function whyNotOurs(
  { signRef, status, timestamp, ...details }: SignatureDetails,
  { reference, collectedAt }: FrejaEvidence,
  { relyingParty, placedAt }: ExpectedSignature,
): FrejaSignatureCode | undefined {
  const collected = Date.parse(collectedAt)
  if (signRef !== reference) return 'freja-signature-other-reference'
  if (status !== 'APPROVED') return 'freja-signature-not-approved'
  if (relyingParty && details.relyingPartyId !== undefined && details.relyingPartyId !== relyingParty)
    return 'freja-signature-other-relying-party'
  if (timestamp < collected - oldest || timestamp > collected + skew) return 'freja-signature-wrong-time'
  if (placedAt && timestamp < placedAt.getTime() - skew) return 'freja-signature-before-order'
  if (details.signatureType !== 'EXTENDED') return 'freja-signature-other-type'
  return undefined
}

/** Why it is by somebody else, or by nobody who is known well enough. */
function whyNotBy(details: SignatureDetails, signer: Signer): FrejaSignatureCode | undefined {
  const { ssn } = details.requestedAttributes
  const ordered = numberOf(details.userInfo ?? '')
  if (!isFrejaPlus(details)) return 'freja-signature-low-level'
  if (!ssn) return 'freja-signature-no-number'
  if (ssn.country !== 'SE') return 'freja-signature-foreign-number'
  const isSigner = signer.scheme === 'swedish-number' && ssn.ssn === signer.number
  return isSigner && (ordered ?? ssn.ssn) === ssn.ssn ? undefined : 'freja-signature-another-person'
}
