import { SignedXml } from 'xml-crypto'

/** A key with its certificate, both PEM. */
export type SigningKey = { readonly certificate: string; readonly key: string }

const algorithms = {
  sha256: ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmlenc#sha256'],
  sha1: ['http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'http://www.w3.org/2000/09/xmldsig#sha1'],
} as const

/** Signs a document's root, which has an ID. The signature stands after the first child of the given name, or first of all. */
export function sign(
  xml: string,
  { key, certificate }: SigningKey,
  options: { readonly after?: string; readonly hash?: 'sha256' | 'sha1' } = {},
): string {
  const [signatureAlgorithm, digestAlgorithm] = algorithms[options.hash ?? 'sha256']
  const signed = new SignedXml({
    privateKey: key,
    publicCert: certificate,
    signatureAlgorithm,
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  })
  signed.addReference({
    xpath: '/*',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    digestAlgorithm,
  })
  signed.computeSignature(xml, {
    prefix: 'ds',
    location: options.after
      ? { reference: `/*/*[local-name(.)='${options.after}']`, action: 'after' }
      : { reference: '/*', action: 'prepend' },
  })
  return signed.getSignedXml()
}
