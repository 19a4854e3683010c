import { type Place, places } from './places.ts'

/** A point, WGS 84 in decimal degrees. */
export type Point = { readonly latitude: number; readonly longitude: number }

/** Places of which every word that is looked for begins a word; a number must be the whole number. Those that are named exactly so come first. */
export function findByText(text: string): readonly Place[] {
  const wanted = wordsIn(text)
  if (wanted.length === 0) return []
  const isFirst = ({ address, designation }: Place) =>
    [address, designation].some((name) => name !== undefined && wordsIn(name).join(' ') === wanted.join(' '))
  return places
    .filter((place) => wanted.every((word) => wordsOf(place).some((one) => isMeant(one, word))))
    .toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
}

const isMeant = (word: string, wanted: string): boolean =>
  /^\d/.test(wanted) ? word === wanted : word.startsWith(wanted)

/** Addresses no more than 500 metres from a point, the nearest first. */
export function findNear(point: Point): readonly Place[] {
  return places
    .filter(({ address }) => address !== undefined)
    .map((place) => ({ place, metres: metresBetween(place, point) }))
    .filter(({ metres }) => metres <= 500)
    .toSorted((a, b) => a.metres - b.metres)
    .map(({ place }) => place)
}

const wordsIn = (text: string): readonly string[] => text.toLocaleLowerCase('sv').match(/[\p{L}\d]+/gu) ?? []

// An address alone stands for itself: who looks for a property gets the property, not every address on it.
const wordsOf = ({ address, designation, postalCode, city, municipality }: Place): readonly string[] =>
  wordsIn([address ?? designation, postalCode, city, municipality.name].filter(Boolean).join(' '))

/** Near enough for streets: a degree of latitude is 111 320 metres, one of longitude less by the cosine. */
function metresBetween(a: Point, b: Point): number {
  const north = (a.latitude - b.latitude) * 111_320
  const east = (a.longitude - b.longitude) * 111_320 * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
