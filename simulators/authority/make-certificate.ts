import { randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { extensionsOf, type Use } from './extensions.ts'

const engine = new pkijs.CryptoEngine({ name: 'node', crypto })

/** Both parts as PEM texts; the key as PKCS #8. */
export type KeyPair = { readonly certificate: string; readonly key: string }

/** A person as certificates name them; `number` has 12 digits. */
export type Person = { readonly number: string; readonly givenName: string; readonly surname: string }

/** Whom a certificate names, and for what. */
export type Subject = {
  readonly commonName: string
  readonly organisation?: string
  readonly person?: Person
  readonly use: Use
  /** Names or addresses of a server. */
  readonly hosts?: readonly string[]
  /** The kind of key; `algorithmOf` chooses unless told. */
  readonly key?: 'rsa' | 'ec'
  /** How many authorities an authority may have below itself; any number unless told. */
  readonly pathLength?: number
  /** Its last moment, in place of ten years from now: it lasts a year until then. */
  readonly until?: Date
}

/** Years that certificates last. */
const lifetime = 10

/** Who signs: a certificate and its key, made by `makeCertificate`. */
type Issuer = { readonly certificate: pkijs.Certificate; readonly key: CryptoKey }

/** What signs documents is RSA, as in the identity federations, at Freja and BankID; all else is quicker with an elliptic curve. */
const algorithmOf = ({ use, key }: Pick<Subject, 'use' | 'key'>): RsaHashedKeyGenParams | EcKeyGenParams =>
  key === 'rsa' || (key === undefined && ['signing', 'person', 'ocsp'].includes(use))
    ? { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
    : { name: 'ECDSA', namedCurve: 'P-256' }

/** Makes a key and a certificate of it, valid from an hour ago; without an issuer it signs itself. */
export async function makeCertificate(subject: Subject, issuer?: KeyPair): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(algorithmOf(subject), true, ['sign', 'verify'])
  const signer = issuer && (await readIssuer(issuer))
  const certificate = new pkijs.Certificate({
    version: 2,
    // The first bit stays unset, so that the number is positive.
    serialNumber: new asn1js.Integer({ valueHex: new Uint8Array([0x40, ...randomBytes(15)]).buffer }),
  })
  certificate.subject = nameOf(subject)
  certificate.issuer = signer?.certificate.subject ?? certificate.subject
  const [from, until] = validityOf(subject)
  certificate.notBefore.value = from
  certificate.notAfter.value = until
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey, engine)
  certificate.extensions = await extensionsOf(subject, certificate, signer?.certificate ?? certificate)
  await certificate.sign(signer?.key ?? pair.privateKey, 'SHA-256', engine)
  return {
    certificate: pem('CERTIFICATE', certificate.toSchema(true).toBER(false)),
    key: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  }
}

function validityOf({ until }: Subject): readonly [from: Date, until: Date] {
  const year = 365 * 86_400_000
  if (until) return [new Date(until.getTime() - year), until]
  return [new Date(Date.now() - 3_600_000), new Date(Date.now() + lifetime * year)]
}

/** Each part in a set of its own, as names are written; pkijs would put all of them in one. */
function nameOf({ commonName, organisation, person }: Subject): pkijs.RelativeDistinguishedNames {
  const part = (type: string, text: string) =>
    new asn1js.Set({
      value: [new pkijs.AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value: text }) }).toSchema()],
    })
  const parts = [
    ...(organisation ? [part('2.5.4.10', organisation)] : []),
    ...(person ? [part('2.5.4.4', person.surname), part('2.5.4.42', person.givenName)] : []),
    ...(person ? [part('2.5.4.5', person.number)] : []),
    part('2.5.4.3', commonName),
  ]
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: parts }).toBER(false))
}

async function readIssuer(issuer: KeyPair): Promise<Issuer> {
  const key = await crypto.subtle.importKey('pkcs8', bytesOf(issuer.key), algorithmOf({ use: 'authority' }), false, [
    'sign',
  ])
  return { certificate: pkijs.Certificate.fromBER(bytesOf(issuer.certificate)), key }
}

const pem = (label: string, bytes: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END ${label}-----\n`

/** What a PEM text holds. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(text.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64'))
