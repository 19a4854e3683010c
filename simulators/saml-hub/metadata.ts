import type { SamlFaultMode } from './faults.ts'
import { bareCertificate, escapeXml, namespaces } from './names.ts'
import { newId } from './plan.ts'
import { type SigningKey, sign } from './sign.ts'

/** Milliseconds that metadata may be believed. */
const lifetime = 24 * 60 * 60_000

/** The hub shows what people are to sign: Sweden Connect's registry, "authentication context URIs". */
const entityAttributes =
  '<md:Extensions><mdattr:EntityAttributes xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute">' +
  `<saml:Attribute xmlns:saml="${namespaces.assertion}" Name="urn:oasis:names:tc:SAML:attribute:assurance-certification"` +
  ' NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">' +
  '<saml:AttributeValue>http://id.elegnamnden.se/loa/1.0/uncertified-loa3-sigmessage</saml:AttributeValue>' +
  '</saml:Attribute></mdattr:EntityAttributes></md:Extensions>'

/** The hub's metadata, signed by the federation. */
export function hubMetadata(
  hub: {
    readonly entityId: string
    readonly singleSignOn: string
    readonly key: SigningKey
    readonly encryption: SigningKey
  },
  federation: { readonly key: SigningKey; readonly strangeKey: SigningKey },
  mode: SamlFaultMode,
): string {
  const until = new Date(Date.now() + (mode === 'metadata-expired' ? -60_000 : lifetime)).toISOString()
  const xml =
    `<md:EntityDescriptor xmlns:md="${namespaces.metadata}" xmlns:ds="${namespaces.signature}" ID="${newId()}"` +
    ` entityID="${escapeXml(hub.entityId)}" validUntil="${until}">` +
    entityAttributes +
    `<md:IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="${namespaces.protocol}">` +
    keyDescriptor('signing', hub.key) +
    (mode === 'metadata-no-encryption' ? '' : keyDescriptor('encryption', hub.encryption)) +
    '<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>' +
    '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"' +
    ` Location="${escapeXml(hub.singleSignOn)}"/>` +
    '</md:IDPSSODescriptor></md:EntityDescriptor>'
  if (mode === 'metadata-unsigned') return xml
  return sign(xml, mode === 'metadata-wrong-key' ? federation.strangeKey : federation.key)
}

const keyDescriptor = (use: 'signing' | 'encryption', { certificate }: SigningKey): string =>
  `<md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data>` +
  `<ds:X509Certificate>${bareCertificate(certificate)}</ds:X509Certificate>` +
  '</ds:X509Data></ds:KeyInfo></md:KeyDescriptor>'
