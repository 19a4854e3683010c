import { createHash } from 'node:crypto'
import type { AttributeNames } from '../../../tenants/public.ts'
import type { ToSign } from '../method.ts'
import type { SamlRefusal } from './refusal.ts'

/** The attribute by which a provider proves that it has shown a text (attribute specification of Sweden Connect, 3.2.4). */
export const signMessageDigest = 'urn:oid:1.2.752.201.3.14'

const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256'

/** The digest of a shown text, as the attribute has it. */
export const signMessageDigestOf = (message: string): string =>
  `${sha256};${createHash('sha256').update(message).digest('base64')}`

/**
 * What a request has besides, to have a text shown (`SignMessage`, DSS extension 1.1) and the right person identified (`PrincipalSelection`). `entityId` is
 * the provider's: the text is for it to show.
 */
export const extensionsToSign = (
  { message, signer }: ToSign,
  {
    names,
    entityId,
    mustShow,
  }: { readonly names: AttributeNames; readonly entityId: string; readonly mustShow: boolean },
): Readonly<Record<string, unknown>> => ({
  'csig:SignMessage': {
    '@xmlns:csig': 'http://id.elegnamnden.se/csig/1.1/dss-ext/ns',
    '@DisplayEntity': entityId,
    '@MimeType': 'text',
    '@MustShow': String(mustShow),
    'csig:Message': Buffer.from(message).toString('base64'),
  },
  'psc:PrincipalSelection': {
    '@xmlns:psc': 'http://id.swedenconnect.se/authn/1.0/principal-selection/ns',
    'psc:MatchValue': {
      '@Name': (signer.scheme === 'prid' ? names.foreignIdentifier : names.personNumber) ?? '',
      '#text': signer.number,
    },
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
