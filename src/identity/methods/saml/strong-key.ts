import { X509Certificate } from 'node:crypto'

/** Bits of an RSA key, by the deployment profile: 2048 at least, 3072 recommended. */
const shortestKey = 2048

/**
 * Whether a certificate's key is RSA and long enough. Nothing else of the certificate counts: in SAML it is a wrapping of a key that the metadata vouches
 * for (metadata interoperability profile, 2.6.1). Keys on elliptic curves can't be used by the libraries that we verify with.
 */
export function hasStrongKey(pem: string): boolean {
  try {
    const { publicKey } = new X509Certificate(pem)
    return publicKey.asymmetricKeyType === 'rsa' && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= shortestKey
  } catch {
    return false
  }
}
