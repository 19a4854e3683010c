import type { X509Certificate } from 'node:crypto'
import { compactVerify, decodeProtectedHeader, errors, type ProtectedHeaderParameters } from 'jose'
import type { z } from 'zod'
import { failed, ok, type Result } from '../../../platform/result.ts'
import { isValidAt, type SigningCertificates } from './signing-certificates.ts'

/** Why a signed answer isn't believed; the operator reads it with the method's own name before it. */
export type FrejaUnsignedCode =
  | 'no-jws'
  | 'malformed-jws'
  | 'wrong-algorithm'
  | 'unknown-certificate'
  | 'expired-certificate'
  | 'wrong-key'
  | 'malformed-details'

/**
 * The certificate that a signed answer (compact JWS) must have been signed by: the configured one that its header's `x5t` names. The algorithm is
 * RS256 whatever the header says, and no key or address of a key in the header is looked at.
 */
export function namedFrejaCertificate(
  jws: string | undefined,
  certificates: SigningCertificates,
): Result<X509Certificate, FrejaUnsignedCode> {
  if (!jws) return failed('no-jws')
  const header = readHeader(jws)
  if (!header || !isCanonical(jws)) return failed('malformed-jws')
  if (header.alg !== 'RS256') return failed('wrong-algorithm')
  const certificate = typeof header.x5t === 'string' ? certificates.get(header.x5t) : undefined
  return certificate?.publicKey.asymmetricKeyType === 'rsa' ? ok(certificate) : failed('unknown-certificate')
}

/** Reads what Freja has signed, by the certificate that it names, which must be valid at a time. */
export async function readFrejaAnswer<Details>(
  jws: string | undefined,
  {
    certificates,
    at,
    details,
  }: { readonly certificates: SigningCertificates; readonly at: Date; readonly details: z.ZodType<Details> },
): Promise<Result<Details, FrejaUnsignedCode>> {
  const named = namedFrejaCertificate(jws, certificates)
  if (!named.ok) return named
  if (!isValidAt(named.value, at)) return failed('expired-certificate')
  try {
    const { payload } = await compactVerify(jws ?? '', named.value.publicKey, { algorithms: ['RS256'] })
    return readDetails(payload, details)
  } catch (error) {
    return failed(error instanceof errors.JWSSignatureVerificationFailed ? 'wrong-key' : 'malformed-jws')
  }
}

/** Whether every part is written as RFC 7515 says, and no other way that means the same bytes: evidence with a changed byte is not that evidence. */
const isCanonical = (jws: string): boolean =>
  jws.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)

function readHeader(jws: string): ProtectedHeaderParameters | undefined {
  try {
    return decodeProtectedHeader(jws)
  } catch {
    return undefined
  }
}

function readDetails<Details>(payload: Uint8Array, details: z.ZodType<Details>): Result<Details, FrejaUnsignedCode> {
  try {
    return ok(details.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))))
  } catch {
    return failed('malformed-details')
  }
}
