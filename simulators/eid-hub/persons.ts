import { createHash } from 'node:crypto'

/** How a person is known: a Swedish number of 12 digits, or the reference that the eIDAS node makes of a foreign identity. */
export type PersonIdentity =
  | {
      readonly kind: 'personal-number' | 'coordination-number'
      readonly number: string
      /** The coordination number that the person had before. */
      readonly earlierNumber?: string
    }
  | {
      readonly kind: 'prid'
      readonly prid: string
      readonly persistence: 'A' | 'B' | 'C'
      /** The country's own identifier: from which country, to which, and what. */
      readonly eidasIdentifier: string
      readonly country: string
      /** A Swedish personal number that somebody has bound to the foreign identity, by a process that has a name (URI). */
      readonly mapped?: { readonly number: string; readonly process: string }
    }

/** A test person of the hub, as the population register would describe them. */
export type HubPerson = {
  readonly id: string
  /** The name on the page of test persons; the claims have their own. */
  readonly label: string
  readonly givenName: string
  readonly familyName: string
  /** YYYY-MM-DD */
  readonly birthdate: string
  readonly identity: PersonIdentity
  readonly address?: { readonly street: string; readonly postalCode: string; readonly locality: string }
  readonly protectedIdentity?: true
}

/** Processes that bind a Swedish number to a foreign identity: the technical framework's, and one that says nothing of worth. */
const bindingProcesses = {
  populationRegister: 'http://id.swedenconnect.se/id-binding/process/populationregister',
  selfDeclared: 'https://region.example/id-binding/process/self-declared',
} as const

/** A coordination number without a known month, and the personal number that took its place. One of Nadja's e-legitimations still has the old. */
const nadjas = { earlierNumber: '200500882394', number: '200504282385' } as const

/**
 * Everybody who can log in. The numbers are test numbers published by the Swedish Tax Agency.
 * The protected person's name and address are canaries: if they show anywhere, the product has kept what it must drop.
 */
export const persons: readonly HubPerson[] = [
  {
    id: 'ada',
    label: 'Ada Exempel',
    givenName: 'Ada',
    familyName: 'Exempel',
    birthdate: '1990-01-01',
    identity: { kind: 'personal-number', number: '199001012385' },
    address: { street: 'Storgatan 1', postalCode: '900 01', locality: 'Exempelköping' },
  },
  {
    id: 'bo',
    label: 'Bo Exempel',
    givenName: 'Bo',
    familyName: 'Exempel',
    birthdate: '1980-01-13',
    identity: { kind: 'personal-number', number: '198001139297' },
    address: { street: 'Kyrkogatan 7', postalCode: '900 02', locality: 'Exempelköping' },
  },
  {
    id: 'cecilia',
    label: 'Cecilia Prov',
    givenName: 'Cecilia',
    familyName: 'Prov',
    birthdate: '1995-01-01',
    identity: { kind: 'personal-number', number: '199501012380' },
    address: { street: 'Hamngatan 3', postalCode: '950 01', locality: 'Nordby' },
  },
  {
    id: 'dagny',
    label: 'Dagny Test',
    givenName: 'Dagny',
    familyName: 'Test',
    birthdate: '1955-01-14',
    identity: { kind: 'personal-number', number: '195501142284' },
    address: { street: 'Ekvägen 12', postalCode: '900 03', locality: 'Exempelköping' },
  },
  {
    id: 'elsa',
    label: 'Elsa Prov',
    givenName: 'Elsa',
    familyName: 'Prov',
    birthdate: '2008-01-01',
    identity: { kind: 'personal-number', number: '200801012386' },
    address: { street: 'Skolgatan 5', postalCode: '900 01', locality: 'Exempelköping' },
  },
  {
    id: 'skyddad',
    label: 'Skyddad Person',
    givenName: 'Kanarina',
    familyName: 'Röjdsson',
    birthdate: '2000-01-25',
    identity: { kind: 'personal-number', number: '200001252386' },
    address: { street: 'Röjda gränden 13', postalCode: '999 13', locality: 'Kanariehamn' },
    protectedIdentity: true,
  },
  {
    id: 'gustav',
    label: 'Gustav Samuelsson',
    givenName: 'Gustav',
    familyName: 'Samuelsson',
    birthdate: '1970-01-18',
    identity: { kind: 'coordination-number', number: '197001782395' },
    address: { street: 'Verkstadsgatan 9', postalCode: '900 04', locality: 'Exempelköping' },
  },
  {
    id: 'nadja',
    label: 'Nadja Nyström',
    givenName: 'Nadja',
    familyName: 'Nyström',
    birthdate: '2005-04-28',
    identity: { kind: 'personal-number', number: nadjas.number, earlierNumber: nadjas.earlierNumber },
    address: { street: 'Björkvägen 2', postalCode: '900 05', locality: 'Exempelköping' },
  },
  {
    id: 'nadja-tidigare',
    label: 'Nadja Nyström (tidigare nummer)',
    givenName: 'Nadja',
    familyName: 'Nyström',
    birthdate: '2005-04-28',
    identity: { kind: 'coordination-number', number: nadjas.earlierNumber },
  },
  {
    id: 'kari',
    label: 'Kari Nordmann',
    givenName: 'Kari',
    familyName: 'Nordmann',
    birthdate: '1968-07-05',
    identity: {
      kind: 'prid',
      prid: 'NO:5068907693',
      persistence: 'A',
      eidasIdentifier: 'NO/SE/05068907693',
      country: 'NO',
    },
  },
  {
    id: 'pekka',
    label: 'Pekka Esimerkki',
    givenName: 'Pekka',
    familyName: 'Esimerkki',
    birthdate: '1979-11-02',
    identity: {
      kind: 'prid',
      prid: 'FI:7902110PE',
      persistence: 'B',
      eidasIdentifier: 'FI/SE/7902110PE',
      country: 'FI',
    },
  },
  {
    id: 'erika',
    label: 'Erika Beispiel',
    givenName: 'Erika',
    familyName: 'Beispiel',
    birthdate: '1985-03-30',
    identity: {
      kind: 'prid',
      prid: 'DE:4f2a9c01e77b',
      persistence: 'C',
      eidasIdentifier: 'DE/SE/4f2a9c01e77b',
      country: 'DE',
    },
  },
  {
    id: 'maria',
    label: 'Maria Ejemplo',
    givenName: 'Maria',
    familyName: 'Ejemplo',
    birthdate: '1975-03-25',
    identity: {
      kind: 'prid',
      prid: 'ES:02635542Y',
      persistence: 'A',
      eidasIdentifier: 'ES/SE/02635542Y',
      country: 'ES',
      mapped: { number: '197503259280', process: bindingProcesses.populationRegister },
    },
  },
  {
    id: 'jens',
    label: 'Jens Eksempel',
    givenName: 'Jens',
    familyName: 'Eksempel',
    birthdate: '1982-01-20',
    identity: {
      kind: 'prid',
      prid: 'DK:91a04be2',
      persistence: 'A',
      eidasIdentifier: 'DK/SE/91a04be2',
      country: 'DK',
      mapped: { number: '198201209296', process: bindingProcesses.selfDeclared },
    },
  },
]

/** The hub's own name for a person, which tells nothing about them. */
export function subjectOf(person: HubPerson): string {
  return createHash('sha256').update(`region-exempel:${person.id}`).digest('base64url')
}

/** The persons who can have an e-legitimation of this kind: foreign ones have a PRID, the others a Swedish number. */
export function listHolders(holders: 'swedish' | 'foreign'): readonly HubPerson[] {
  return persons.filter((person) => (person.identity.kind === 'prid') === (holders === 'foreign'))
}

/** The person whom the hub knows by this subject. */
export function findPersonBySubject(subject: string): HubPerson | undefined {
  return persons.find((person) => subjectOf(person) === subject)
}
