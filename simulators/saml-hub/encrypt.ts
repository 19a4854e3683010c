import { X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import { type DecryptOptions, decrypt, type EncryptOptions, encrypt } from 'xml-encryption'
import { namespaces } from './names.ts'

const encryptXml = promisify<string, EncryptOptions, string>(encrypt)
const decryptXml = promisify<string, DecryptOptions, string>(decrypt)

/** Encrypts an element to a certificate (PEM): AES-256-GCM, its key by RSA-OAEP, or by RSA1_5 as nobody should. */
export async function encryptTo(certificate: string, xml: string, how: 'oaep' | 'rsa15' = 'oaep'): Promise<string> {
  return await encryptXml(xml, {
    rsa_pub: new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    pem: certificate,
    encryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
    keyEncryptionAlgorithm:
      how === 'oaep' ? 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p' : 'http://www.w3.org/2001/04/xmlenc#rsa-1_5',
    disallowEncryptionWithInsecureAlgorithm: how === 'oaep',
    warnInsecureAlgorithm: false,
  })
}

/** An assertion as it stands encrypted in a response. */
export const encryptedAssertion = (encrypted: string): string =>
  `<saml:EncryptedAssertion xmlns:saml="${namespaces.assertion}">${encrypted}</saml:EncryptedAssertion>`

/** Decrypts an element (`EncryptedData`) by a key (PEM) that it is encrypted to. Throws for one that isn't, and for RSA1_5. */
export const decryptBy = async (key: string, encryptedData: string): Promise<string> =>
  await decryptXml(encryptedData, { key })
