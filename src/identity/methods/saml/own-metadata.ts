import { days, later } from '../../../platform/clock.ts'
import { fromPem } from '../../../platform/cryptography/pem.ts'
import type { SamlSettings } from '../../../tenants/public.ts'
import { contentCiphers, keyCipher } from './check-encryption.ts'
import type { SamlKey, SamlKeys } from './keys.ts'
import { signXml } from './sign-xml.ts'
import { escapeXml, namespaces } from './xml.ts'

/** Days that our metadata may be believed; whoever reads it regularly never gets there. */
const validFor = 14

/** Where the provider's answers come in. */
export const samlAnswerPath = '/logga-in/saml/svar'

/** Where our metadata lies; its whole address is our entityID, unless the settings say otherwise. */
export const samlMetadataPath = '/saml/metadata'

/** Our entityID at an origin (scheme, host and port). */
export const ownEntityId = (settings: Pick<SamlSettings, 'entityId'>, origin: string): string =>
  settings.entityId ?? origin + samlMetadataPath

/** What a municipality tells of itself to the identity federation, signed: after Sweden Connect's deployment profile, chapter 2. */
export function ownMetadata(
  settings: Pick<SamlSettings, 'entityId' | 'entityCategories' | 'displayName'>,
  own: {
    /** Scheme, host and port that people reach us at. */
    readonly origin: string
    readonly keys: SamlKeys
    /** Where the municipality can be reached about its login. */
    readonly contact: string
    readonly now: Date
  },
): string {
  const { origin, keys, now } = own
  const names = (element: string) =>
    `<${element} xml:lang="sv">${escapeXml(settings.displayName.sv)}</${element}>` +
    `<${element} xml:lang="en">${escapeXml(settings.displayName.en ?? settings.displayName.sv)}</${element}>`
  const xml =
    `<md:EntityDescriptor xmlns:md="${namespaces.metadata}" xmlns:ds="${namespaces.signature}"` +
    ` ID="_${now.getTime().toString(36)}" entityID="${escapeXml(ownEntityId(settings, origin))}"` +
    ` validUntil="${later(now, days(validFor)).toISOString()}" cacheDuration="PT1H">` +
    `<md:Extensions>${categories(settings.entityCategories)}</md:Extensions>` +
    `<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="false" protocolSupportEnumeration="${namespaces.protocol}">` +
    `<md:Extensions><mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui">${names('mdui:DisplayName')}</mdui:UIInfo></md:Extensions>` +
    keys.signing.map((key) => keyDescriptor('signing', key)).join('') +
    keys.encryption.map((key) => keyDescriptor('encryption', key, encryptionMethods)).join('') +
    '<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>' +
    '<md:AssertionConsumerService index="0" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"' +
    ` Location="${escapeXml(origin + samlAnswerPath)}"/>` +
    '</md:SPSSODescriptor>' +
    `<md:Organization>${names('md:OrganizationName')}${names('md:OrganizationDisplayName')}` +
    `<md:OrganizationURL xml:lang="sv">${escapeXml(origin)}</md:OrganizationURL></md:Organization>` +
    `<md:ContactPerson contactType="support"><md:EmailAddress>mailto:${escapeXml(own.contact)}</md:EmailAddress></md:ContactPerson>` +
    '</md:EntityDescriptor>'
  return `<?xml version="1.0" encoding="UTF-8"?>\n${signXml(xml, keys.signing[0])}`
}

const categories = (uris: readonly string[]): string =>
  '<mdattr:EntityAttributes xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute">' +
  `<saml:Attribute xmlns:saml="${namespaces.assertion}" Name="http://macedir.org/entity-category"` +
  ' NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">' +
  uris.map((uri) => `<saml:AttributeValue>${escapeXml(uri)}</saml:AttributeValue>`).join('') +
  '</saml:Attribute></mdattr:EntityAttributes>'

/** What providers choose from: what the library can decrypt. */
const encryptionMethods = [...contentCiphers, keyCipher]
  .map((cipher) => `<md:EncryptionMethod Algorithm="${cipher}"/>`)
  .join('')

const keyDescriptor = (use: string, { certificate }: SamlKey, methods = ''): string =>
  `<md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${fromPem(certificate)}</ds:X509Certificate>` +
  `</ds:X509Data></ds:KeyInfo>${methods}</md:KeyDescriptor>`
