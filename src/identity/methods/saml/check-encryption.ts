import { attributeOf } from '../../../platform/xml/elements.ts'
import type { SamlRefusal } from './refusal.ts'
import { allBelow, childrenOf, onlyChild } from './xml.ts'

/** Ciphers of the assertion. CBC, too: nobody but the provider can have us decrypt, since the answer's signature is verified before. */
export const contentCiphers = [
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc',
] as const

/** The cipher of the assertion's key: RSA-OAEP as the library reads it. Never RSA1_5. */
export const keyCipher = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p'

/** Whether a verified answer has one assertion, encrypted well. Undefined when it has. */
export function encryptionProblem(response: Element): SamlRefusal | undefined {
  const [encrypted] = childrenOf(response, 'assertion', 'EncryptedAssertion')
  if (!encrypted) {
    return childrenOf(response, 'assertion', 'Assertion').length > 0 ? 'saml-unencrypted' : 'saml-malformed'
  }
  const [data, ...moreData] = allBelow(encrypted, 'encryption', 'EncryptedData')
  const [key, ...moreKeys] = allBelow(encrypted, 'encryption', 'EncryptedKey')
  if (!data || !key || moreData.length > 0 || moreKeys.length > 0) return 'saml-malformed'
  const cipherOf = (element: Element) => attributeOf(onlyChild(element, 'encryption', 'EncryptionMethod'), 'Algorithm')
  const strong = cipherOf(key) === keyCipher && contentCiphers.some((cipher) => cipher === cipherOf(data))
  return strong ? undefined : 'saml-weak-encryption'
}
