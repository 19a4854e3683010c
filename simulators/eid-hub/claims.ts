import type { AccountClaims } from 'oidc-provider'
import { type HubPerson, type PersonIdentity, subjectOf } from './persons.ts'

const oidcSweden = 'https://id.oidc.se/claim'
const swedenConnect = 'https://id.swedenconnect.se/claim'
const protectedIdentity = 'https://region.example/claim/protectedIdentity'

/**
 * The hub's claims by scope, after "Claims and Scopes Specification for the Swedish OpenID Connect Profile" and the
 * technical framework of Sweden Connect. The mark of protected identity goes along whatever is asked for.
 */
export const hubScopes: Readonly<Record<string, readonly string[]>> = {
  openid: ['sub', 'acr', 'auth_time', 'txn', protectedIdentity],
  profile: ['family_name', 'given_name', 'name', 'birthdate'],
  'https://id.oidc.se/scope/naturalPersonInfo': ['family_name', 'given_name', 'name', 'birthdate'],
  'https://id.oidc.se/scope/naturalPersonNumber': [
    `${oidcSweden}/personalIdentityNumber`,
    `${oidcSweden}/coordinationNumber`,
    `${oidcSweden}/previousCoordinationNumber`,
  ],
  'https://id.swedenconnect.se/scope/eidasNaturalPersonIdentity': [
    `${swedenConnect}/prid`,
    `${swedenConnect}/pridPersistence`,
    `${swedenConnect}/eidasPersonIdentifier`,
    `${swedenConnect}/eidasCountry`,
  ],
  'https://id.swedenconnect.se/scope/eidasSwedishIdentity': [
    `${swedenConnect}/mappedPersonalIdentityNumber`,
    `${swedenConnect}/identityBinding`,
  ],
  address: ['address'],
  // Asks for no claims: the text that comes along is to be shown, and approved.
  'https://id.oidc.se/scope/signApproval': [],
}

function identityClaims(identity: PersonIdentity): Readonly<Record<string, string>> {
  switch (identity.kind) {
    case 'personal-number':
      return { [`${oidcSweden}/personalIdentityNumber`]: identity.number, ...earlierClaim(identity.earlierNumber) }
    case 'coordination-number':
      return { [`${oidcSweden}/coordinationNumber`]: identity.number, ...earlierClaim(identity.earlierNumber) }
    case 'prid':
      return {
        [`${swedenConnect}/prid`]: identity.prid,
        [`${swedenConnect}/pridPersistence`]: identity.persistence,
        [`${swedenConnect}/eidasPersonIdentifier`]: identity.eidasIdentifier,
        [`${swedenConnect}/eidasCountry`]: identity.country,
        ...(identity.mapped && {
          [`${swedenConnect}/mappedPersonalIdentityNumber`]: identity.mapped.number,
          [`${swedenConnect}/identityBinding`]: identity.mapped.process,
        }),
      }
  }
}

const earlierClaim = (number: string | undefined) =>
  number === undefined ? {} : { [`${oidcSweden}/previousCoordinationNumber`]: number }

/**
 * All that the hub can tell about a person; `transaction` becomes `txn`. Real hubs send name and address of a person
 * with protected identity, too, beside the register's mark "J": to drop them is the product's task.
 */
export function claimsOf(person: HubPerson, transaction: string): AccountClaims {
  const { address } = person
  return {
    sub: subjectOf(person),
    txn: transaction,
    given_name: person.givenName,
    family_name: person.familyName,
    name: `${person.givenName} ${person.familyName}`,
    birthdate: person.birthdate,
    ...identityClaims(person.identity),
    ...(address && {
      address: {
        street_address: address.street,
        postal_code: address.postalCode,
        locality: address.locality,
        country: 'SE',
      },
    }),
    ...(person.protectedIdentity && { [protectedIdentity]: 'J' }),
  }
}
