import { X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** A certificate, as OpenSSL verifies it and as its extensions are read. */
export type Certificate = { readonly x509: X509Certificate; readonly fields: pkijs.Certificate }

/** Reads a certificate in DER; undefined for what is none, or is one written in another way than DER. */
export function readCertificate(der: Buffer): Certificate | undefined {
  try {
    const x509 = new X509Certificate(der)
    return x509.raw.equals(der) ? { x509, fields: pkijs.Certificate.fromBER(new Uint8Array(der)) } : undefined
  } catch {
    return undefined
  }
}

/** SHA-256 or longer, with RSA and with elliptic curves. */
const signatureAlgorithms: readonly string[] = [
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
]

/** BasicConstraints, KeyUsage, CertificatePolicies, ExtKeyUsage: what may be critical, since it is looked at or asks nothing of us (RFC 5280 §4.2). */
const knownExtensions: readonly string[] = ['2.5.29.19', '2.5.29.15', '2.5.29.32', '2.5.29.37']

/** Bits of a key, with RSA and with elliptic curves. */
const shortestKey = { rsa: 2048, ec: 256 } as const

/** Whether an authority's certificate has issued another: by name and key, with an algorithm and key of these days, and no extension that we don't know. */
export const isIssuedBy = (certificate: Certificate, issuer: Certificate): boolean =>
  issuer.x509.ca &&
  // OpenSSL looks at the names, the identifiers of the keys, and whether the issuer's key is for certificates.
  certificate.x509.checkIssued(issuer.x509) &&
  certificate.x509.verify(issuer.x509.publicKey) &&
  signatureAlgorithms.includes(certificate.fields.signatureAlgorithm.algorithmId) &&
  [certificate, issuer].every(hasStrongKey) &&
  (certificate.fields.extensions ?? []).every(({ critical, extnID }) => !critical || knownExtensions.includes(extnID))

function hasStrongKey({ x509 }: Certificate): boolean {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = x509.publicKey
  if (type === 'rsa') return (details?.modulusLength ?? 0) >= shortestKey.rsa
  return type === 'ec' && Number(/\d+/.exec(details?.namedCurve ?? '')?.[0] ?? 0) >= shortestKey.ec
}

export const isValidAt = ({ x509 }: Certificate, when: Date): boolean =>
  x509.validFromDate <= when && when <= x509.validToDate

/** How many authorities may stand between this one and a person; undefined for any number (RFC 5280 §4.2.1.9). */
export function pathLengthOf({ fields }: Certificate): number | undefined {
  const constraints = extensionOf(fields, '2.5.29.19')
  const length = constraints instanceof pkijs.BasicConstraints ? constraints.pathLenConstraint : undefined
  return length === undefined ? undefined : Number(length)
}

/** Whether a key may sign in a person's name: KeyUsage has nonRepudiation (contentCommitment), which BankID gives to nothing else. */
export function isForSigning({ x509, fields }: Certificate): boolean {
  const [bits = 0] = keyUsageOf(fields)
  return !x509.ca && (bits & 0b0100_0000) !== 0
}

function keyUsageOf(fields: pkijs.Certificate): Uint8Array {
  const usage = extensionOf(fields, '2.5.29.15')
  return usage instanceof asn1js.BitString ? usage.valueBlock.valueHexView : new Uint8Array()
}

const extensionOf = ({ extensions }: pkijs.Certificate, id: string): unknown =>
  extensions?.find(({ extnID }) => extnID === id)?.parsedValue

/** The one value of a part of the holder's name; undefined when there is none, or more than one. */
export function namePartOf({ fields }: Certificate, id: string): string | undefined {
  const found = fields.subject.typesAndValues.filter(({ type }) => type === id)
  const text: unknown = found[0]?.value.valueBlock.value
  return found.length === 1 && typeof text === 'string' ? text : undefined
}
