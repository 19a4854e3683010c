/** The certificates in a PEM text, each a PEM text of its own. */
export const splitPem = (text: string): readonly string[] =>
  text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []

/** The PEM text of a certificate that stands bare (base64), as in XML. */
export const toPem = (base64: string): string =>
  `-----BEGIN CERTIFICATE-----\n${base64.replace(/\s/g, '').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`

/** What of a certificate's PEM text stands bare. */
export const fromPem = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, '')
