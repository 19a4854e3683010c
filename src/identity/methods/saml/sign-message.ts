import { createHash, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import { type EncryptOptions, encrypt } from 'xml-encryption'
import type { SamlRefusal } from './refusal.ts'

/** The attribute by which a provider proves that it has shown a text (attribute specification of Sweden Connect, 3.2.4). */
export const signMessageDigest = 'urn:oid:1.2.752.201.3.14'

const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256'

/** Namespace of DSS extension 1.1. */
const csig = 'http://id.elegnamnden.se/csig/1.1/dss-ext/ns'

const encryptXml = promisify<string, EncryptOptions, string>(encrypt)

/** The digest of a shown text, as the attribute has it. */
export const signMessageDigestOf = (message: string): string =>
  `${sha256};${createHash('sha256').update(message).digest('base64')}`

/** Encrypts a text to be shown to the provider's key: requests go in the browser's address, which stays in histories and logs. */
export async function encryptedMessage(message: string, certificate: string): Promise<string> {
  const encoded = Buffer.from(message).toString('base64')
  const encrypted = await encryptXml(`<csig:Message xmlns:csig="${csig}">${encoded}</csig:Message>`, {
    rsa_pub: new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    pem: certificate,
    encryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
    keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
  })
  // The library indents for the eye. The certificate is in the metadata; here it would make the address a fifth longer.
  return encrypted.replace(/>\s+</g, '><').replace(/<KeyInfo><X509Data>.*?<\/X509Data><\/KeyInfo>/s, '')
}

/**
 * What a request has besides, to have a text shown: `SignMessage` with an `EncryptedMessage` (DSS extension 1.1). `entityId` is the provider's: the text is for it to
 * show. Who is to sign isn't said (`PrincipalSelection` can't be encrypted): another person's answer is refused.
 */
export const extensionsToSign = ({
  encrypted,
  entityId,
  mustShow,
}: {
  /** See `encryptedMessage`. */
  readonly encrypted: string
  readonly entityId: string
  readonly mustShow: boolean
}): Readonly<Record<string, unknown>> => ({
  'csig:SignMessage': {
    '@xmlns:csig': csig,
    '@DisplayEntity': entityId,
    '@MimeType': 'text',
    '@MustShow': String(mustShow),
    'csig:EncryptedMessage': { '#raw': encrypted },
  },
})

/** Why an assertion's digest doesn't prove that the text was shown; undefined when it does, or where nobody has promised it. */
export function signMessageProblem(
  said: string | undefined,
  { message, shown }: { readonly message: string; readonly shown: boolean },
): SamlRefusal | undefined {
  if (said === undefined) return shown ? 'saml-no-sign-message-digest' : undefined
  return said === signMessageDigestOf(message) ? undefined : 'saml-other-sign-message-digest'
}
