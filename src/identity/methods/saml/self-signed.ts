import { randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { toPem } from '../../../platform/cryptography/pem.ts'

/** The deployment profile recommends 3072 bits. */
const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const

/** Years that a certificate lasts. Federations don't read it, some hubs do. */
const lifetime = 10

/** Makes an RSA key (PKCS #8) and the certificate (PEM) of it that it signs itself, valid from an hour before `now`. Takes about a second. */
export async function selfSigned(
  commonName: string,
  now: Date,
): Promise<{ readonly certificate: string; readonly key: Uint8Array }> {
  const engine = new pkijs.CryptoEngine({ name: 'node', crypto })
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = new pkijs.Certificate({
    version: 2,
    // The first bit stays unset, so that the number is positive.
    serialNumber: new asn1js.Integer({ valueHex: new Uint8Array([0x40, ...randomBytes(15)]).buffer }),
  })
  const name = new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: commonName }) })
  certificate.subject.typesAndValues.push(name)
  certificate.issuer.typesAndValues.push(name)
  certificate.notBefore.value = new Date(now.getTime() - 3_600_000)
  certificate.notAfter.value = new Date(now.getTime() + lifetime * 365 * 86_400_000)
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey, engine)
  await certificate.sign(pair.privateKey, 'SHA-256', engine)
  return {
    certificate: toPem(Buffer.from(certificate.toSchema(true).toBER(false)).toString('base64')),
    key: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  }
}
