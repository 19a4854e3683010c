/** Names of SAML 2.0 and of XML's signatures and encryption. */
export const namespaces = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  encryption: 'http://www.w3.org/2001/04/xmlenc#',
  signMessage: 'http://id.elegnamnden.se/csig/1.1/dss-ext/ns',
} as const

export const status = {
  success: 'urn:oasis:names:tc:SAML:2.0:status:Success',
  responder: 'urn:oasis:names:tc:SAML:2.0:status:Responder',
  noAuthnContext: 'urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext',
  cancel: 'http://id.elegnamnden.se/status/1.0/cancel',
  fraud: 'http://id.elegnamnden.se/status/1.0/fraud',
  possibleFraud: 'http://id.elegnamnden.se/status/1.0/possibleFraud',
} as const

/** A text as it may stand in XML. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** The certificate of a PEM text as it stands in XML. */
export const bareCertificate = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, '')
