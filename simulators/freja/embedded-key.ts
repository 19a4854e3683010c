import { X509Certificate } from 'node:crypto'
import type { KeyPair } from '../authority/make-certificate.ts'

/** The parts of a header that carry their own key (RFC 7515 §4.1.3, §4.1.6): who trusts them trusts anybody. */
export function embeddedKeyOf({ certificate }: KeyPair): object {
  const { publicKey, raw } = new X509Certificate(certificate)
  return { jwk: publicKey.export({ format: 'jwk' }), x5c: [raw.toString('base64')] }
}
