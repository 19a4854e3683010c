import { createHash } from 'node:crypto'
import type { HubPerson, PersonIdentity } from '../eid-hub/persons.ts'

/** An attribute as the hub sends it: its name, the same for people, and its value. */
export type SamlAttribute = { readonly name: string; readonly friendlyName: string; readonly value: string }

/** Names of the technical framework of Sweden Connect (attribute specification, chapter 3). */
const oids: Readonly<Record<string, string>> = {
  personalIdentityNumber: 'urn:oid:1.2.752.29.4.13',
  sn: 'urn:oid:2.5.4.4',
  givenName: 'urn:oid:2.5.4.42',
  displayName: 'urn:oid:2.16.840.1.113730.3.1.241',
  dateOfBirth: 'urn:oid:1.3.6.1.5.5.7.9.1',
  c: 'urn:oid:2.5.4.6',
  transactionIdentifier: 'urn:oid:1.2.752.201.3.2',
  prid: 'urn:oid:1.2.752.201.3.4',
  pridPersistence: 'urn:oid:1.2.752.201.3.5',
  personalIdentityNumberBinding: 'urn:oid:1.2.752.201.3.6',
  eidasPersonIdentifier: 'urn:oid:1.2.752.201.3.7',
  signMessageDigest: 'urn:oid:1.2.752.201.3.14',
  previousPersonalIdentityNumber: 'urn:oid:1.2.752.201.3.15',
  mappedPersonalIdentityNumber: 'urn:oid:1.2.752.201.3.16',
  // The region's own, as for OpenID Connect.
  protectedIdentity: 'https://region.example/claim/protectedIdentity',
}

function identityAttributes(identity: PersonIdentity): Readonly<Record<string, string>> {
  if (identity.kind !== 'prid') {
    const { number, earlierNumber } = identity
    return { personalIdentityNumber: number, ...(earlierNumber && { previousPersonalIdentityNumber: earlierNumber }) }
  }
  const { prid, persistence, eidasIdentifier, country, mapped } = identity
  return {
    prid,
    pridPersistence: persistence,
    eidasPersonIdentifier: eidasIdentifier,
    c: country,
    ...(mapped && {
      mappedPersonalIdentityNumber: mapped.number,
      personalIdentityNumberBinding: mapped.process,
    }),
  }
}

const digestOf = (text: string): string =>
  `http://www.w3.org/2001/04/xmlenc#sha256;${createHash('sha256').update(text).digest('base64')}`

/** All that the hub tells about a person; `transaction` becomes the transaction's identifier. `shown` is a text that the person has signed. */
export function attributesOf(person: HubPerson, transaction: string, shown?: string): readonly SamlAttribute[] {
  const values: Readonly<Record<string, string>> = {
    ...identityAttributes(person.identity),
    sn: person.familyName,
    givenName: person.givenName,
    displayName: `${person.givenName} ${person.familyName}`,
    dateOfBirth: person.birthdate,
    transactionIdentifier: transaction,
    ...(shown !== undefined && { signMessageDigest: digestOf(shown) }),
    ...(person.protectedIdentity && { protectedIdentity: 'J' }),
  }
  return Object.entries(values).map(([friendlyName, value]) => ({
    name: oids[friendlyName] ?? friendlyName,
    friendlyName,
    value,
  }))
}
