import * as pkijs from 'pkijs'
import { failed, ok, type Result } from '../../../platform/result.ts'
import { bytesIn } from './base64.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { readDer, readExactly } from './der.ts'
import type { BankIdSignatureCode } from './refusal.ts'

/** An OCSP response (RFC 6960) that has been read and not yet verified. */
export type OcspResponse = {
  readonly data: pkijs.ResponseData
  /** The bytes that the responder signed. */
  readonly signed: Buffer
  readonly hash: 'sha256' | 'sha384' | 'sha512'
  readonly signature: Buffer
  readonly responder: Certificate
  /** Certificates beside the responder's, as bytes: unsigned, so that they may only be such as are known. */
  readonly others: readonly Buffer[]
}

/** Algorithms as they stand in DER, with the parameters that belong to them: with RSA none, written so or left out (RFC 4055 §5). */
const algorithms: Readonly<Record<string, OcspResponse['hash']>> = {
  '300d06092a864886f70d01010b0500': 'sha256',
  '300d06092a864886f70d01010c0500': 'sha384',
  '300d06092a864886f70d01010d0500': 'sha512',
  '300b06092a864886f70d01010b': 'sha256',
  '300b06092a864886f70d01010c': 'sha384',
  '300b06092a864886f70d01010d': 'sha512',
  '300a06082a8648ce3d040302': 'sha256',
  '300a06082a8648ce3d040303': 'sha384',
  '300a06082a8648ce3d040304': 'sha512',
}

/** id-pkix-ocsp-basic, in DER. */
const basicResponse = '06092b0601050507300101'

// Identifiers of ASN.1.
const [bits, octets, objectIdentifier, enumerated, sequence, tagged] = [0x03, 0x04, 0x06, 0x0a, 0x30, 0xa0]

/** Reads a response (base64 of DER). Every byte outside what is signed must be the one that it has to be. */
export function readOcspResponse(base64: string): Result<OcspResponse, BankIdSignatureCode> {
  if (base64 === '') return failed('bankid-signature-ocsp-missing')
  const malformed = failed('bankid-signature-ocsp-malformed')
  const [response] = readExactly(bytesIn(base64) ?? Buffer.alloc(0), [sequence]) ?? []
  const [status, ...rest] = (response && readDer(response.content)) ?? []
  if (status?.tag !== enumerated || status.content.length !== 1) return malformed
  if (status.content[0] !== 0) return failed('bankid-signature-ocsp-unsuccessful')
  const basic = basicIn(rest[0]?.tag === tagged && rest.length === 1 ? rest[0].content : undefined)
  if (!basic) return malformed

  const hash = algorithms[basic.algorithm.toString('hex')]
  if (!hash) return failed('bankid-signature-ocsp-wrong-algorithm')
  const [first, ...others] = basic.certificates
  const responder = first && readCertificate(first)
  const data = dataIn(basic.signed)
  // None of a signature's bits is left over.
  if (!responder || !data || basic.signature[0] !== 0) return malformed
  return ok({ data, signed: basic.signed, hash, signature: basic.signature.subarray(1), responder, others })
}

/** The parts of a BasicOCSPResponse. */
function basicIn(responseBytes: Buffer | undefined) {
  const [bytes] = (responseBytes && readExactly(responseBytes, [sequence])) ?? []
  const [type, response] = (bytes && readExactly(bytes.content, [objectIdentifier, octets])) ?? []
  if (!response || type?.raw.toString('hex') !== basicResponse) return undefined
  const [basic] = readExactly(response.content, [sequence]) ?? []
  const parts = basic && readExactly(basic.content, [sequence, sequence, bits, tagged])
  const [signed, algorithm, signature, shown] = parts ?? []
  const [list] = (shown && readExactly(shown.content, [sequence])) ?? []
  const certificates = list && readDer(list.content)
  if (!signed || !algorithm || !signature || !certificates) return undefined
  return {
    signed: signed.raw,
    algorithm: algorithm.raw,
    signature: signature.content,
    certificates: certificates.map(({ raw }) => raw),
  }
}

function dataIn(signed: Buffer): pkijs.ResponseData | undefined {
  try {
    return pkijs.ResponseData.fromBER(new Uint8Array(signed))
  } catch {
    return undefined
  }
}
