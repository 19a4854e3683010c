import { z } from 'zod'
import { birthDateOf, isIdentityNumber } from '../../forms/formats/identity-number.ts'
import { readPostalCode } from '../../forms/formats/postal-code.ts'
import type { Address } from '../person.ts'
import { calledName } from './called-name.ts'
import type { LookUp, RegisteredPerson } from './population-register.ts'
import { readXml } from './read-xml.ts'

/** The text of an element; undefined when it is empty or missing. */
const text = z
  .string()
  .optional()
  .transform((content) => content?.trim() || undefined)

/** An element that holds others, and may be empty or missing. */
const group = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((content) => (content === undefined || content === '' ? {} : content), z.object(shape))

const AddressElement = group({
  CareOf: text,
  Utdelningsadress1: text,
  Utdelningsadress2: text,
  PostNr: text,
  Postort: text,
})

const Relation = z.object({
  RelationId: group({ PersonNr: text }),
  Relationstyp: text,
  RelationFromdatum: text,
  RelationTomdatum: text,
  Status: text,
  Avregistrering: z.unknown().optional(),
})

const PersonElement = z.object({
  PersonId: group({ PersonNr: text, TilldelatPersonNrSamordningsNr: text }),
  HanvisningsPersonNr: text,
  Avregistrering: group({ AvregistreringsorsakKod: text }),
  Fodelsedatum: text,
  Namn: group({ Tilltalsnamnsmarkering: text, Fornamn: text, Efternamn: text }),
  Adresser: group({ Folkbokforingsadress: AddressElement, SarskildPostadress: AddressElement }),
  Folkbokforing: group({ LanKod: text, KommunKod: text }),
  Relationer: group({ Relation: z.array(Relation).default([]) }),
})

type PersonElement = z.infer<typeof PersonElement>

const Answer = z.object({
  Envelope: z.object({
    Body: z.object({
      PersonpostXMLResponse: z.object({
        Folkbokforingsposter: group({ Folkbokforingspost: z.array(z.unknown()).default([]) }),
      }),
    }),
  }),
})

const Fault = z.object({
  Envelope: z.object({ Body: z.object({ Fault: z.unknown().refine((fault) => fault !== undefined) }) }),
})

/** Whether an answer is a SOAP fault: the register's own word for that it can't answer. Throws for what isn't XML. */
export const isFault = (xml: string): boolean => Fault.safeParse(readXml(xml, [])).success

/** Reads Navet's answer about a number, on a day (`YYYY-MM-DD`). Throws for everything that isn't a whole answer about that number. */
export function readNavetAnswer(xml: string, number: string, today: string): LookUp {
  const { Folkbokforingsposter } = Answer.parse(readXml(xml, ['Folkbokforingspost', 'Relation'])).Envelope.Body
    .PersonpostXMLResponse
  const posts = Folkbokforingsposter.Folkbokforingspost
  // First of all, so that nothing of somebody protected is even read but what else must be protected.
  if (posts.some(isProtected)) return protectedPerson(posts, number)
  if (posts.length === 0) return { kind: 'not-found' }
  const persons = posts.map((post) => z.object({ Personpost: PersonElement }).parse(post).Personpost)
  const person = persons.find(
    ({ PersonId }) => PersonId.PersonNr === number || PersonId.TilldelatPersonNrSamordningsNr === number,
  )
  if (!person) throw new Error('The answer is about somebody else')
  return { kind: 'found', person: registeredPerson(person, number, today) }
}

const NumbersElement = z.object({ Personpost: PersonElement.pick({ HanvisningsPersonNr: true, Avregistrering: true }) })

function protectedPerson(posts: readonly unknown[], number: string): LookUp {
  const others = posts.flatMap((post) => {
    const read = NumbersElement.safeParse(post)
    const { earlierNumber, laterNumber } = read.success ? otherNumbers(read.data.Personpost, number) : {}
    return [earlierNumber, laterNumber].filter((other) => other !== undefined)
  })
  return { kind: 'protected', ...(others.length > 0 && { others }) }
}

const Elements = z.record(z.string(), z.unknown())

/** Sekretessmarkering (01003) or skyddad folkbokföring (01020). Anything that isn't a clear no counts, and so does a post that can't be read. */
function isProtected(post: unknown): boolean {
  const elements = Elements.safeParse(post)
  if (!elements.success) return true
  const within = Elements.safeParse(elements.data.Personpost).data
  return [elements.data, within]
    .flatMap((read) => [read?.Sekretessmarkering, read?.SkyddadFolkbokforing])
    .some((mark) => !(mark === undefined || mark === '' || mark === 'N'))
}

function registeredPerson(person: PersonElement, number: string, today: string): RegisteredPerson {
  const { Namn, Adresser, Folkbokforing, Relationer } = person
  const { LanKod, KommunKod } = Folkbokforing
  const inForce = Relationer.Relation.filter((relation) => isInForce(relation, today))
  const relatives = (type: string) =>
    inForce
      .filter(({ Relationstyp }) => Relationstyp === type)
      .map(({ RelationId }) => twelveDigits(RelationId.PersonNr))
  return {
    number,
    givenName: Namn.Fornamn && calledName(Namn.Fornamn, Namn.Tilltalsnamnsmarkering),
    surname: Namn.Efternamn,
    address: addressOf(Adresser.Folkbokforingsadress) ?? addressOf(Adresser.SarskildPostadress),
    municipalityCode: LanKod && KommunKod && /^\d{4}$/.test(LanKod + KommunKod) ? LanKod + KommunKod : undefined,
    birthDate: dayOf(person.Fodelsedatum) ?? birthDateOf(number),
    guardianFor: relatives('VF').filter((relative) => relative !== undefined),
    guardians: relatives('V'),
    deregistered: person.Avregistrering.AvregistreringsorsakKod,
    ...otherNumbers(person, number),
  }
}

/** Deregistered because the number is an old one. A number goes out of use for other reasons, too, such as a false identity (FI): then no other is theirs. */
const oldNumber = 'GN'

/** The register refers from the old number to the new, and from the new to the old. */
function otherNumbers(
  {
    HanvisningsPersonNr: other,
    Avregistrering: { AvregistreringsorsakKod: reason },
  }: Pick<PersonElement, 'HanvisningsPersonNr' | 'Avregistrering'>,
  number: string,
): Pick<RegisteredPerson, 'laterNumber' | 'earlierNumber'> {
  const known = other !== undefined && isIdentityNumber(other) && other !== number ? other : undefined
  return {
    laterNumber: reason === oldNumber ? known : undefined,
    earlierNumber: reason === undefined ? known : undefined,
  }
}

/**
 * Whether a relation holds on a day. One with a status of its own, or to somebody deregistered, doesn't: such are exceptions, for a
 * person to look at.
 */
function isInForce(relation: z.infer<typeof Relation>, today: string): boolean {
  const { RelationFromdatum: from, RelationTomdatum: until, Status, Avregistrering } = relation
  const day = today.replaceAll('-', '')
  const isOver = until !== undefined && until !== '0' && until < day
  return !isOver && (from === undefined || from <= day) && Status === undefined && !Avregistrering
}

const twelveDigits = (written: string | undefined): string | undefined =>
  written && /^\d{12}$/.test(written) ? written : undefined

const dayOf = (written: string | undefined): string | undefined => (written ? birthDateOf(`${written}0000`) : undefined)

function addressOf(element: z.infer<typeof AddressElement>): Address | undefined {
  const street = [element.Utdelningsadress1, element.Utdelningsadress2].filter(Boolean).join(', ')
  const { CareOf, PostNr, Postort } = element
  if (street === '' || !PostNr || !Postort) return undefined
  const careOf = CareOf?.replace(/^c\/o\s+/i, '')
  return { ...(careOf && { careOf }), street, postalCode: readPostalCode(PostNr) ?? PostNr, city: Postort }
}
