import { SignedXml } from 'xml-crypto'
import type { SamlKey } from './keys.ts'

/** Signs a document's root, which has an ID: the signature becomes its first child, as SAML's schema wants it in metadata. RSA with SHA-256. */
export function signXml(xml: string, { key, certificate }: SamlKey): string {
  const signed = new SignedXml({
    privateKey: key,
    publicCert: certificate,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  })
  signed.addReference({
    xpath: '/*',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  })
  signed.computeSignature(xml, { prefix: 'ds', location: { reference: '/*', action: 'prepend' } })
  return signed.getSignedXml()
}
