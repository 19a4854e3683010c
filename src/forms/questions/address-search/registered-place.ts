import { z } from 'zod'

/** An address or a property as the address register tells of it. Coordinates are WGS 84, in decimal degrees. */
export const RegisteredPlace = z
  .object({
    /** The register's own. */
    id: z.string(),
    /** Street and number; missing for a property that was found by its designation. */
    address: z.string().exactOptional(),
    postalCode: z.string().exactOptional(),
    city: z.string().exactOptional(),
    /** Block or tract and unit, without the municipality: "EKEN 4". */
    designation: z.string().exactOptional(),
    /** Four digits, as Statistics Sweden numbers municipalities. */
    municipality: z.string(),
    municipalityName: z.string(),
    latitude: z.number(),
    longitude: z.number(),
  })
  .readonly()

export type RegisteredPlace = z.infer<typeof RegisteredPlace>

/** What the address register answers; `more` says that it knows of others that fit. */
export const PlacesAnswer = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('found'), places: z.array(RegisteredPlace).min(1).readonly(), more: z.boolean() })
    .readonly(),
  z.object({ kind: z.literal('not-found') }).readonly(),
  z.object({ kind: z.literal('unavailable') }).readonly(),
])

export type PlacesAnswer = z.infer<typeof PlacesAnswer>

/** An answer of the register, when it was given (instant), and to what (`keyOf` of the query). */
export const PlacesLookUp = z.object({ asked: z.string(), at: z.iso.datetime(), answer: PlacesAnswer }).readonly()

export type PlacesLookUp = z.infer<typeof PlacesLookUp>

/** A place that somebody has chosen, as submitted: when the register told of it. */
export const FoundPlace = z
  .object({
    ...RegisteredPlace.unwrap().shape,
    fetched: z.object({ at: z.iso.datetime(), from: z.literal('address-register') }).readonly(),
  })
  .readonly()

export type FoundPlace = z.infer<typeof FoundPlace>

/** A place in one line: "Storgatan 1, 900 01 Exempelköping", "Exempelköping EKEN 4". */
export function nameOfPlace({ address, postalCode, city, designation, municipalityName }: RegisteredPlace): string {
  if (address === undefined) return [municipalityName, designation].filter(Boolean).join(' ')
  const town = [postalCode, city ?? municipalityName].filter(Boolean).join(' ')
  return `${address}, ${town}`
}

/** A property as deeds name it: "Exempelköping EKEN 4". */
export const propertyOfPlace = ({ designation, municipalityName }: RegisteredPlace): string | undefined =>
  designation && `${municipalityName} ${designation}`
