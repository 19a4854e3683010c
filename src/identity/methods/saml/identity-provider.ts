import { toPem } from '../../../platform/cryptography/pem.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import { attributeOf, textOf } from '../../../platform/xml/elements.ts'
import type { SamlRefusal } from './refusal.ts'
import { hasStrongKey } from './strong-key.ts'
import { verifySigned } from './verify-signed.ts'
import { allBelow, childrenOf, instantOf, isNamed, onlyChild, readXml } from './xml.ts'

/** An identity provider as its verified metadata describes it. */
export type IdentityProvider = {
  readonly entityId: string
  /** Where requests go, by HTTP-Redirect. */
  readonly singleSignOn: string
  /** What it signs with, PEM; several while it changes keys. */
  readonly certificates: readonly string[]
  /** What it is encrypted to, PEM; undefined where the metadata has no such key. */
  readonly encryption: string | undefined
  /** Shows what somebody is to sign, and tells by its digest that it has. */
  readonly showsTexts: boolean
  /** Until when this may be believed, in milliseconds since 1970. */
  readonly validUntil: number
}

const redirectBinding = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'

/**
 * Reads a provider from metadata: its own document, or a federation's with many. The document must be signed with one of the certificates (PEM) and say
 * until when it may be believed, or an old one, with a key since lost, could be played again for ever.
 */
export function readIdentityProvider(
  text: string,
  entityId: string,
  trusted: { readonly certificates: readonly string[]; readonly now: number },
): Result<IdentityProvider, SamlRefusal> {
  const read = readXml(text)
  if (!read.ok) return failed('saml-metadata-unusable')
  const verified = verifySigned(text, read.value, trusted.certificates)
  if (!verified.ok) return failed('saml-metadata-untrusted')
  const root = verified.value
  const entities = isNamed(root, 'metadata', 'EntityDescriptor')
    ? [root]
    : allBelow(root, 'metadata', 'EntityDescriptor')
  const [entity, ...more] = entities.filter((one) => attributeOf(one, 'entityID') === entityId)
  if (!entity || more.length > 0) return failed('saml-metadata-unusable')

  const ends = [root, entity].flatMap((one) => attributeOf(one, 'validUntil') ?? []).map((text) => instantOf(text) ?? 0)
  const validUntil = Math.min(...ends)
  if (ends.length === 0 || validUntil <= trusted.now) return failed('saml-metadata-expired')

  const role = onlyChild(entity, 'metadata', 'IDPSSODescriptor')
  const singleSignOn = (role ? childrenOf(role, 'metadata', 'SingleSignOnService') : []).find(
    (service) => attributeOf(service, 'Binding') === redirectBinding,
  )
  const address = attributeOf(singleSignOn, 'Location')
  const certificates = role ? certificatesOf(role, 'signing').filter(hasStrongKey) : []
  if (!address || !URL.canParse(address) || certificates.length === 0) return failed('saml-metadata-unusable')
  const showsTexts = allBelow(entity, 'assertion', 'AttributeValue').some((value) => isSignMessage(textOf(value)))
  const encryption = role && certificatesOf(role, 'encryption').find(hasStrongKey)
  return ok({ entityId, singleSignOn: address, certificates, encryption, showsTexts, validUntil })
}

/** A level that comes with a sign message that was shown, such as `…/loa3-sigmessage` (registry of Sweden Connect), among the certified ones. */
const isSignMessage = (text: string | undefined): boolean => text?.endsWith('-sigmessage') ?? false

/** A key without a use is for both. */
const certificatesOf = (role: Element, use: 'signing' | 'encryption'): readonly string[] =>
  childrenOf(role, 'metadata', 'KeyDescriptor')
    .filter((key) => (attributeOf(key, 'use') ?? use) === use)
    .flatMap((key) => allBelow(key, 'signature', 'X509Certificate'))
    .flatMap((certificate) => textOf(certificate) ?? [])
    .map(toPem)
