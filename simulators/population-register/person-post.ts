import type { RegisteredAddress, RegisteredPerson } from './persons.ts'
import { group, textElement } from './xml.ts'

/** A person's Folkbokforingspost, with the elements and in the order that Navet has. */
export function personPost(person: RegisteredPerson, all: readonly RegisteredPerson[]): string {
  const { deregistered, address } = person
  const isCoordination = Number(person.number.slice(6, 8)) >= 60
  return group(
    'Folkbokforingspost',
    textElement('Sekretessmarkering', person.protection === 'sekretessmarkering' ? 'J' : undefined),
    textElement('SkyddadFolkbokforing', person.protection === 'skyddad-folkbokforing' ? 'J' : undefined),
    '<Arendeuppgift andringstidpunkt="20260401103000"/>',
    group(
      'Personpost',
      group('PersonId', textElement(isCoordination ? 'TilldelatPersonNrSamordningsNr' : 'PersonNr', person.number)),
      textElement('HanvisningsPersonNr', person.refersTo),
      group(
        'Avregistrering',
        textElement('AvregistreringsorsakKod', deregistered?.reason),
        textElement('Avregistreringsdatum', deregistered?.day),
      ),
      textElement('Fodelsedatum', isCoordination ? undefined : person.number.slice(0, 8)),
      group(
        'Namn',
        textElement('Tilltalsnamnsmarkering', person.calledBy),
        textElement('Fornamn', person.firstNames),
        textElement('Efternamn', person.familyName),
        textElement('Aviseringsnamn', `${person.familyName}, ${person.firstNames}`.slice(0, 36)),
      ),
      group(
        'Folkbokforing',
        textElement('LanKod', person.municipality?.slice(0, 2)),
        textElement('KommunKod', person.municipality?.slice(2)),
      ),
      // Somebody who isn't registered in Sweden has no address of registration, but may have given one to write to.
      group(
        'Adresser',
        address ? addressOf(person.municipality ? 'Folkbokforingsadress' : 'SarskildPostadress', address) : '',
      ),
      group('Relationer', ...relationsOf(person, all)),
    ),
  )
}

const addressOf = (kind: string, { careOf, street, postalCode, locality }: RegisteredAddress): string =>
  group(
    kind,
    textElement('CareOf', careOf),
    textElement('Utdelningsadress2', street),
    textElement('PostNr', postalCode),
    textElement('Postort', locality),
  )

const relationsOf = (person: RegisteredPerson, all: readonly RegisteredPerson[]): readonly string[] =>
  [
    ...(person.children ?? []).map((number) => ['B', number] as const),
    ...(person.guardianFor ?? []).map((number) => ['VF', number] as const),
    ...(person.guardians ?? []).map((number) => ['V', number] as const),
  ].map(([type, number]) => {
    const relative = all.find((other) => other.number === number)
    return group(
      'Relation',
      group('RelationId', textElement('PersonNr', number)),
      textElement('Relationstyp', type),
      textElement('RelationFromdatum', (type === 'V' ? person.number : number).slice(0, 8)),
      group('Namn', textElement('Fornamn', relative?.firstNames), textElement('Efternamn', relative?.familyName)),
    )
  })
