import { decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { failed, ok, type Result } from '../../../platform/result.ts'

/** Why what the person's app has signed can't be taken for a signature. */
export type UserSignatureCode = 'malformed-user-signature' | 'not-by-user'

/** What was sent to be signed, and comes back signed: both as Base64. */
const SignedData = z.object({ text: z.base64(), binaryData: z.base64() })

/** Algorithms of keys that one party alone has; with a shared secret anybody who can check could have signed. */
const algorithms = /^((RS|PS|ES)(256|384|512)|EdDSA|Ed25519)$/

/**
 * Reads what a person's app has signed (compact JWS) of an extended signature. Freja hands out neither the person's key nor its certificate: that the
 * signature is right is what Freja vouches for by signing around it.
 */
export function readUserSignature(
  jws: string,
): Result<{ readonly text: Buffer; readonly binaryData: Buffer }, UserSignatureCode> {
  const [, payload = '', signature = ''] = jws.split('.')
  try {
    const { alg = '' } = decodeProtectedHeader(jws)
    const { text, binaryData } = SignedData.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
    if (!algorithms.test(alg) || signature === '') return failed('not-by-user')
    return ok({ text: Buffer.from(text, 'base64'), binaryData: Buffer.from(binaryData, 'base64') })
  } catch {
    return failed('malformed-user-signature')
  }
}
