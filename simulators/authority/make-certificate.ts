import { randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { extensionsOf, type Use } from './extensions.ts'

const engine = new pkijs.CryptoEngine({ name: 'node', crypto })

/** Both parts as PEM texts; the key as PKCS #8. */
export type KeyPair = { readonly certificate: string; readonly key: string }

/** Whom a certificate names, and for what. `hosts` are names or addresses of a server. */
export type Subject = {
  readonly commonName: string
  readonly organisation?: string
  readonly use: Use
  readonly hosts?: readonly string[]
}

/** Years that certificates last. */
const lifetime = 10

/** Who signs: a certificate and its key, made by `makeCertificate`. */
type Issuer = { readonly certificate: pkijs.Certificate; readonly key: CryptoKey }

/** What signs documents is RSA, as in the identity federations and at Freja; all else is quicker with an elliptic curve. */
const algorithmOf = (use: Use): RsaHashedKeyGenParams | EcKeyGenParams =>
  use === 'signing'
    ? { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
    : { name: 'ECDSA', namedCurve: 'P-256' }

/** Makes a key and a certificate of it, valid from an hour ago; without an issuer it signs itself. */
export async function makeCertificate(subject: Subject, issuer?: KeyPair): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(algorithmOf(subject.use), true, ['sign', 'verify'])
  const signer = issuer && (await readIssuer(issuer))
  const certificate = new pkijs.Certificate({
    version: 2,
    // The first bit stays unset, so that the number is positive.
    serialNumber: new asn1js.Integer({ valueHex: new Uint8Array([0x40, ...randomBytes(15)]).buffer }),
  })
  certificate.subject = nameOf(subject)
  certificate.issuer = signer?.certificate.subject ?? certificate.subject
  const now = Date.now()
  certificate.notBefore.value = new Date(now - 3_600_000)
  certificate.notAfter.value = new Date(now + lifetime * 365 * 86_400_000)
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey, engine)
  certificate.extensions = await extensionsOf(subject, certificate, signer?.certificate ?? certificate)
  await certificate.sign(signer?.key ?? pair.privateKey, 'SHA-256', engine)
  return {
    certificate: pem('CERTIFICATE', certificate.toSchema(true).toBER(false)),
    key: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  }
}

/** Each part in a set of its own, as names are written; pkijs would put all of them in one. */
function nameOf({ commonName, organisation }: Subject): pkijs.RelativeDistinguishedNames {
  const part = (type: string, text: string) =>
    new asn1js.Set({
      value: [new pkijs.AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value: text }) }).toSchema()],
    })
  const parts = [...(organisation ? [part('2.5.4.10', organisation)] : []), part('2.5.4.3', commonName)]
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: parts }).toBER(false))
}

async function readIssuer(issuer: KeyPair): Promise<Issuer> {
  const key = await crypto.subtle.importKey('pkcs8', bytesOf(issuer.key), algorithmOf('authority'), false, ['sign'])
  return { certificate: pkijs.Certificate.fromBER(bytesOf(issuer.certificate)), key }
}

const pem = (label: string, bytes: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END ${label}-----\n`

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64'))
