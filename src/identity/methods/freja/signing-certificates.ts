import { createHash, X509Certificate } from 'node:crypto'
import { splitPem } from '../../../platform/cryptography/pem.ts'

/** Freja's certificates by their `x5t` (RFC 7515 §4.1.7): SHA-1 of the certificate, a name and not a proof. */
export type SigningCertificates = ReadonlyMap<string, X509Certificate>

/** Reads PEM certificates one after the other; Freja has two at a time, so that one can follow upon the other. Throws for one that can't be read. */
export function readFrejaCertificates(pem: string): SigningCertificates {
  return new Map(
    splitPem(pem).map((text) => {
      const certificate = new X509Certificate(text)
      return [createHash('sha1').update(certificate.raw).digest('base64url'), certificate]
    }),
  )
}

/** Whether signatures of a certificate count at a time. */
export const isValidAt = ({ validFromDate, validToDate }: X509Certificate, now: Date): boolean =>
  validFromDate <= now && now <= validToDate
