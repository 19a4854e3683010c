import type { Signer } from '../../methods/method.ts'

const oidc = (name: string) => `https://id.oidc.se/claim/${name}`
const swedenConnect = (name: string) => `https://id.swedenconnect.se/claim/${name}`

/**
 * Where an answer can have somebody's number: claims of the Swedish OpenID Connect profile and of Sweden Connect, attributes of Sweden Connect's SAML framework. In any other,
 * such as a nickname, a person may have written a number that isn't theirs.
 */
export const numberNames: Readonly<Record<Signer['scheme'], readonly string[]>> = {
  'swedish-number': [
    oidc('personalIdentityNumber'),
    oidc('coordinationNumber'),
    // Bound to an e-ID of another country: mappedPersonalIdentityNumber.
    swedenConnect('mappedPersonalIdentityNumber'),
    swedenConnect('mappedCoordinationNumber'),
    'urn:oid:1.2.752.29.4.13',
    'urn:oid:1.2.752.201.3.16',
  ],
  prid: [swedenConnect('prid'), 'urn:oid:1.2.752.201.3.4'],
}
