import { compactVerify, decodeProtectedHeader, errors, type ProtectedHeaderParameters } from 'jose'
import { failed, ok, type Result } from '../../../platform/result.ts'
import { FrejaDetails } from './details.ts'
import { isValidAt, type SigningCertificates } from './signing-certificates.ts'

/** Why a signed answer isn't believed, as the operator reads it. */
export type UnsignedCode =
  | 'freja-no-jws'
  | 'freja-malformed-jws'
  | 'freja-wrong-algorithm'
  | 'freja-unknown-certificate'
  | 'freja-expired-certificate'
  | 'freja-wrong-key'
  | 'freja-malformed-details'

/**
 * Reads what Freja has signed (compact JWS). The key is that of the configured certificate that the header's `x5t` names, the algorithm is RS256
 * whatever the header says, and no key or address of a key in the header is looked at.
 */
export async function readSigned(
  jws: string | undefined,
  certificates: SigningCertificates,
  now: Date,
): Promise<Result<FrejaDetails, UnsignedCode>> {
  if (!jws) return failed('freja-no-jws')
  const header = readHeader(jws)
  if (!header) return failed('freja-malformed-jws')
  if (header.alg !== 'RS256') return failed('freja-wrong-algorithm')
  const certificate = typeof header.x5t === 'string' ? certificates.get(header.x5t) : undefined
  if (certificate?.publicKey.asymmetricKeyType !== 'rsa') return failed('freja-unknown-certificate')
  if (!isValidAt(certificate, now)) return failed('freja-expired-certificate')
  try {
    const { payload } = await compactVerify(jws, certificate.publicKey, { algorithms: ['RS256'] })
    return readDetails(payload)
  } catch (error) {
    return failed(error instanceof errors.JWSSignatureVerificationFailed ? 'freja-wrong-key' : 'freja-malformed-jws')
  }
}

function readHeader(jws: string): ProtectedHeaderParameters | undefined {
  try {
    return decodeProtectedHeader(jws)
  } catch {
    return undefined
  }
}

function readDetails(payload: Uint8Array): Result<FrejaDetails, UnsignedCode> {
  try {
    return ok(FrejaDetails.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))))
  } catch {
    return failed('freja-malformed-details')
  }
}
