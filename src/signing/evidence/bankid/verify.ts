import { fromPem, splitPem } from '../../../platform/cryptography/pem.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { Evidence, SignedText, Signer, Verified } from '../../methods/method.ts'
import { isForSigning, isValidAt, namePartOf, readCertificate } from './certificate.ts'
import { problemInData } from './check-data.ts'
import { checkOcsp } from './check-ocsp.ts'
import { findPath, type Path } from './path-to-root.ts'
import type { BankIdSignatureCode } from './refusal.ts'
import { verifyXml } from './verify-xml.ts'

export type BankIdEvidence = Extract<Evidence, { readonly kind: 'bankid' }>

/** What must have been signed, and by whom. */
export type ExpectedSignature = { readonly text: SignedText; readonly signer: Signer }

/** Parts of names (X.520): serialNumber is where BankID has the personal number. */
const nameParts = { commonName: '2.5.4.3', serialNumber: '2.5.4.5' } as const

/**
 * Verifies a BankID signature by its evidence and BankID's own root certificates (PEM, one or several), today or in twenty years: nobody is asked,
 * and the only time is the evidence's own. What was signed is the expected text and manifest byte for byte, by the expected person; each thing that
 * isn't so has its own code.
 */
export function verifyBankIdSignature(
  evidence: BankIdEvidence,
  expected: ExpectedSignature,
  roots: string,
): Result<Verified, BankIdSignatureCode> {
  const signed = verifyXml(evidence.signature)
  if (!signed.ok) return signed
  const path = findPath(signed.value.certificates, readRoots(roots))
  if (!path) return failed('bankid-signature-untrusted-certificate')
  const collectedAt = new Date(evidence.collectedAt)
  const said = checkOcsp(evidence.ocspResponse, { path, signature: evidence.signature, collectedAt })
  if (!said.ok) return said
  const signedAt = said.value
  const problem = problemOfSigner(path, signedAt, expected.signer) ?? problemInData(signed.value.data, expected.text)
  if (problem) return failed(problem)
  return ok({ signer: expected.signer, name: namePartOf(path.person, nameParts.commonName), signedAt })
}

const readRoots = (pem: string) =>
  splitPem(pem).flatMap((text) => readCertificate(Buffer.from(fromPem(text), 'base64')) ?? [])

function problemOfSigner({ person, all }: Path, signedAt: Date, signer: Signer): BankIdSignatureCode | undefined {
  if (!all.every((certificate) => isValidAt(certificate, signedAt))) return 'bankid-signature-expired-certificate'
  if (!isForSigning(person)) return 'bankid-signature-wrong-key-usage'
  const isSigner = signer.scheme === 'swedish-number' && namePartOf(person, nameParts.serialNumber) === signer.number
  return isSigner ? undefined : 'bankid-signature-other-person'
}
