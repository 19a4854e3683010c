import { createHash, verify } from 'node:crypto'
import type * as pkijs from 'pkijs'
import { minutes } from '../../../platform/clock.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import { isIssuedBy, isValidAt } from './certificate.ts'
import { type OcspResponse, readOcspResponse } from './ocsp-response.ts'
import type { Path } from './path-to-root.ts'
import type { BankIdSignatureCode } from './refusal.ts'

/** How long before we collected it a person may have signed, in milliseconds: BankID keeps a complete order for three minutes. */
const oldest = minutes(5)

/** How far BankID's clock may be ahead of ours, in milliseconds. */
const skew = minutes(1)

/** What a response must be about. */
export type Asked = {
  readonly path: Path
  /** The signature as BankID sent it, base64. */
  readonly signature: string
  readonly collectedAt: Date
}

/**
 * Verifies what BankID said of a person's certificate when they signed (RFC 6960): good, by a responder whom the certificate's own issuer has appointed,
 * about this certificate and this signature, at the time. Answers when that was.
 */
export function checkOcsp(base64: string, { path, signature, collectedAt }: Asked): Result<Date, BankIdSignatureCode> {
  const read = readOcspResponse(base64)
  if (!read.ok) return read
  const response = read.value
  const { producedAt, responses } = response.data
  const known = path.all.map(({ x509 }) => x509.raw)
  if (!response.others.every((other) => known.some((one) => one.equals(other))) || hasUnknownExtension(response)) {
    return failed('bankid-signature-ocsp-malformed')
  }
  const problem = problemOfResponder(response, path)
  if (problem) return failed(problem)

  const [single] = responses
  if (!single || responses.length > 1 || !isAbout(single.certID, path)) {
    return failed('bankid-signature-ocsp-other-certificate')
  }
  const status = statusOf(single)
  if (status !== 'good') return failed(`bankid-signature-ocsp-${status}`)
  if (!hasNonceOf(response, signature)) return failed('bankid-signature-ocsp-other-nonce')
  const isInTime = (when: Date) =>
    when.getTime() >= collectedAt.getTime() - oldest && when.getTime() <= collectedAt.getTime() + skew
  const { thisUpdate, nextUpdate } = single
  if (!isInTime(producedAt) || !isInTime(thisUpdate) || (nextUpdate && nextUpdate < producedAt)) {
    return failed('bankid-signature-ocsp-wrong-time')
  }
  return ok(producedAt)
}

/** id-kp-OCSPSigning: without it everybody with a certificate from the same issuer could say how the others stand. */
const ocspSigning = '1.3.6.1.5.5.7.3.9'

function problemOfResponder(
  { responder, data, hash, signed, signature }: OcspResponse,
  { issuer }: Path,
): BankIdSignatureCode | undefined {
  if (!isIssuedBy(responder, issuer)) return 'bankid-signature-ocsp-other-issuer'
  const { x509 } = responder
  const mayRespond = !x509.ca && (x509.keyUsage ?? []).includes(ocspSigning) && isValidAt(responder, data.producedAt)
  if (!mayRespond) return 'bankid-signature-ocsp-wrong-responder'
  return verify(hash, signed, x509.publicKey, signature) ? undefined : 'bankid-signature-ocsp-broken-signature'
}

/** Hashes that name a certificate; no proof is made of them. */
const nameHashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
}

/** Whether a response's certificate is the person's, by issuer and serial number (RFC 6960 §4.1.1). */
function isAbout(id: pkijs.CertID, { person, issuer }: Path): boolean {
  const hash = nameHashes[id.hashAlgorithm.algorithmId]
  if (!hash) return false
  const is = (given: Uint8Array, expected: ArrayBuffer | Uint8Array) =>
    createHash(hash).update(new Uint8Array(expected)).digest().equals(given)
  const { subject, subjectPublicKeyInfo } = issuer.fields
  return (
    is(id.issuerNameHash.valueBlock.valueHexView, subject.valueBeforeDecode) &&
    is(id.issuerKeyHash.valueBlock.valueHexView, subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView) &&
    id.serialNumber.isEqual(person.fields.serialNumber)
  )
}

/** `good` is [0], `revoked` [1] with its time, `unknown` [2]; what is none of them is as good as unknown. */
function statusOf({ certStatus }: pkijs.SingleResponse): 'good' | 'revoked' | 'unknown' {
  const tag: unknown = certStatus.idBlock.tagNumber
  if (tag === 0) return 'good'
  return tag === 1 ? 'revoked' : 'unknown'
}

const nonceExtension = '1.3.6.1.5.5.7.48.1.2'

/** BankID's nonce: SHA-1 of the signature in base64, and twelve random bytes. In an OCTET STRING of its own (RFC 8954), or bare. */
function hasNonceOf({ data }: OcspResponse, signature: string): boolean {
  const found = (data.responseExtensions ?? []).filter(({ extnID }) => extnID === nonceExtension)
  const value = Buffer.from(found[0]?.extnValue.valueBlock.valueHexView ?? [])
  const nonce = value.length === 34 && value[0] === 0x04 && value[1] === 32 ? value.subarray(2) : value
  const expected = createHash('sha1').update(signature).digest()
  return found.length === 1 && nonce.length === 32 && nonce.subarray(0, expected.length).equals(expected)
}

const hasUnknownExtension = ({ data }: OcspResponse): boolean =>
  [
    ...(data.responseExtensions ?? []),
    ...data.responses.flatMap(({ singleExtensions }) => singleExtensions ?? []),
  ].some(({ critical, extnID }) => critical && extnID !== nonceExtension)
