import { cleanLine } from '../../plain-text.ts'

/** A point, WGS 84 in decimal degrees. */
export type Position = { readonly latitude: number; readonly longitude: number }

/** What the address register is asked: by words, or what is nearest to a point. */
export type PlacesQuery = { readonly kind: 'words'; readonly words: string } | ({ readonly kind: 'near' } & Position)

/** The longest line that is looked for, in characters: longer than any address. */
export const longestSearch = 200

/** A query as one text: equal for those that get the same answer. */
export const keyOf = (query: PlacesQuery): string =>
  query.kind === 'words' ? query.words.toLocaleLowerCase('sv') : positionInWords(query)

/** The query by what was typed in a search box; undefined when there is nothing to look for. */
export function queryOf(search: string): PlacesQuery | undefined {
  const words = cleanLine(search)
  return words === '' || words.length > longestSearch ? undefined : { kind: 'words', words }
}

const spaced = /^([+-]?\d{1,3}(?:[.,]\d{1,12})?)(?:, | ?; ?| )([+-]?\d{1,3}(?:[.,]\d{1,12})?)$/

/** With a comma alone between the two, a decimal comma would make it a riddle. */
const joined = /^([+-]?\d{1,3}(?:\.\d{1,12})?),([+-]?\d{1,3}(?:\.\d{1,12})?)$/

/** Reads "63.8258, 20.263" (latitude first; decimal commas, too, when a space or semicolon parts the two); undefined for anything else. */
export function readPosition(text: string): Position | undefined {
  const line = cleanLine(text)
  const [, north, east] = spaced.exec(line) ?? joined.exec(line) ?? []
  if (north === undefined || east === undefined) return undefined
  const [latitude, longitude] = [degreesIn(north), degreesIn(east)]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined
}

/** Five decimals are about a metre: more would only be noise. Never minus zero, which JSON doesn't know. */
const degreesIn = (written: string): number => Math.round(Number(written.replace(',', '.')) * 100_000) / 100_000 + 0

/** "63.82580, 20.26300": as maps take it, whatever the language. */
export const positionInWords = ({ latitude, longitude }: Position): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
