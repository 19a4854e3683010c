import { createPublicKey, type KeyLike, verify } from 'node:crypto'
import { type SignatureAlgorithm, SignedXml } from 'xml-crypto'
import { failed, ok, type Result } from '../../../platform/result.ts'
import { readXml } from '../../../platform/xml/read-xml.ts'
import { bytesIn } from './base64.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import type { BankIdSignatureCode } from './refusal.ts'
import { ecdsaSha256, isData, readStructure } from './structure.ts'

/** What a signature is of, read anew from the very bytes that were hashed, and the certificates it shows: the signer's first, none trusted yet. */
export type Signed = { readonly data: Element; readonly certificates: readonly Certificate[] }

/** Certificates that a signature may show: BankID has three. */
const mostCertificates = 6

/** Verifies that a signature (base64 of XML) was made with the key of the first certificate that it shows, over what it envelops. */
export function verifyXml(signature: string): Result<Signed, BankIdSignatureCode> {
  const text = textIn(signature)
  if (text === undefined) return failed('bankid-signature-malformed')
  const read = readXml(text)
  if (!read.ok) return failed(`bankid-signature-${read.error}`)
  const structure = readStructure(read.value)
  if (!structure.ok) return structure
  const { dataReference } = structure.value
  const certificates = structure.value.certificates.slice(0, mostCertificates).flatMap((base64) => {
    const der = bytesIn(base64.replace(/\s/g, ''))
    return (der && readCertificate(der)) ?? []
  })
  const [signer] = certificates
  if (!signer || certificates.length !== structure.value.certificates.length) {
    return failed('bankid-signature-malformed')
  }

  const signed = signedParts(text, read.value, signer)
  if (!signed.ok) return signed
  const data = readXml(signed.value[dataReference] ?? '')
  return data.ok && isData(data.value) ? ok({ data: data.value, certificates }) : failed('bankid-signature-wrapped')
}

function textIn(base64: string): string | undefined {
  try {
    const bytes = bytesIn(base64)
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The bytes that were hashed, in the order of the references, when this certificate's key signed them. */
function signedParts(
  text: string,
  signature: Element,
  { x509 }: Certificate,
): Result<readonly string[], BankIdSignatureCode> {
  // The certificate is one that has been read, never what the library would find in the signature itself.
  const signed = new SignedXml({ publicCert: x509.toString(), getCertFromKeyInfo: () => null })
  signed.SignatureAlgorithms[ecdsaSha256] = EcdsaSha256
  try {
    signed.loadSignature(signature)
    return signed.checkSignature(text) ? ok(signed.getSignedReferences()) : failed('bankid-signature-broken-digest')
  } catch {
    // The digests are compared first; a value that doesn't belong to them throws.
    return failed('bankid-signature-broken-value')
  }
}

/** ECDSA as XML-DSig writes it (RFC 4050 §3.3), which the library lacks. */
class EcdsaSha256 implements SignatureAlgorithm {
  getAlgorithmName(): string {
    return ecdsaSha256
  }

  getSignature(): never {
    throw new Error('Nothing is signed here')
  }

  verifySignature(material: string, certificate: KeyLike, value: string): boolean {
    const key = typeof certificate === 'string' ? createPublicKey(certificate) : undefined
    if (key?.asymmetricKeyType !== 'ec') return false
    return verify('sha256', Buffer.from(material), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(value, 'base64'))
  }
}
