import { X509Certificate } from 'node:crypto'
import { splitPem } from '../../src/platform/cryptography/pem.ts'

/** What the reader trusts, of files they gave: certificates (PEM, all in one) and sets of keys (JWKS), one for each issuer. */
export type Trust = { readonly certificates: string; readonly keys: readonly string[] }

/** Nothing is trusted by keys that nobody gave. */
const noKeys = '{"keys":[]}'

/** Sorts the texts of files into certificates and keys; undefined where the reader gave none, and the bundle's own count. */
export function readTrust(texts: readonly string[]): Trust | undefined {
  if (texts.length === 0) return undefined
  const keys = texts.filter((text) => text.trimStart().startsWith('{'))
  return { certificates: texts.filter((text) => !keys.includes(text)).join('\n'), keys }
}

/** By what a signature is verified, one after the other: by what the reader trusts, or else what lies beside it. Two issuers may call their keys the same. */
export function trustedFor(own: string, trust: Trust | undefined): readonly string[] {
  if (!trust) return [own]
  if (own.includes('-----BEGIN')) return [trust.certificates]
  return trust.keys.length > 0 ? trust.keys : [noKeys]
}

/** What somebody must compare who trusts what lies in a bundle: each certificate's name and SHA-256, or that it is a key. */
export function fingerprintsOf(trusted: string): readonly string[] {
  return splitPem(trusted).map((pem) => {
    const { subject, fingerprint256 } = new X509Certificate(pem)
    return `${subject.replaceAll('\n', ', ')}: SHA-256 ${fingerprint256}`
  })
}
