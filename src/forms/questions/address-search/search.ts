import { z } from 'zod'
import { keyOf, type PlacesQuery } from './query.ts'
import { type FoundPlace, nameOfPlace, PlacesLookUp, type RegisteredPlace } from './registered-place.ts'

/**
 * What was typed in the search box, the id of the place that was chosen among those found, and what the register answered. The answer is
 * put there by the server alone and never read from a page: nobody can claim what the register didn't say.
 */
export const Search = z.object({ search: z.string(), chosen: z.string(), lookUp: PlacesLookUp.nullable() }).readonly()

export type Search = z.infer<typeof Search>

export const nothingSearched: Search = { search: '', chosen: '', lookUp: null }

/** What the register says of what is typed now; all undefined or empty while it hasn't been asked about it. */
export type Findings = {
  readonly lookUp: PlacesLookUp | undefined
  readonly places: readonly RegisteredPlace[]
  readonly more: boolean
  /** The place that is meant: the one that was chosen, or the only one that is named exactly as was typed. */
  readonly place: FoundPlace | undefined
}

/** Puts together what was typed and what the register answered to it; an answer to something typed before counts no more. */
export function findingsOf({ chosen, lookUp }: Search, query: PlacesQuery | undefined): Findings {
  const isCurrent = lookUp !== null && query !== undefined && lookUp.asked === keyOf(query)
  if (!isCurrent) return { lookUp: undefined, places: [], more: false, place: undefined }
  const { answer, at } = lookUp
  const places = answer.kind === 'found' ? answer.places : []
  const place = places.find(({ id }) => id === chosen) ?? onlyNamed(places, query)
  return {
    lookUp,
    places,
    more: answer.kind === 'found' && answer.more,
    place: place && { ...place, fetched: { at, from: 'address-register' } },
  }
}

function onlyNamed(places: readonly RegisteredPlace[], query: PlacesQuery): RegisteredPlace | undefined {
  if (query.kind === 'near') return undefined
  const named = places.filter((place) =>
    [nameOfPlace(place), place.address, place.address === undefined ? place.designation : undefined].some(
      (name) => name?.toLocaleLowerCase('sv') === keyOf(query),
    ),
  )
  return named.length === 1 ? named[0] : undefined
}

/** Whether the register should be asked: it hasn't been asked this yet, or didn't answer. */
export const isToAsk = (search: Search, query: PlacesQuery | undefined): boolean => {
  const { lookUp } = findingsOf(search, query)
  return query !== undefined && (lookUp === undefined || lookUp.answer.kind === 'unavailable')
}

/** What somebody would have searched and chosen to get this place. */
export function searchFor({ fetched, ...place }: FoundPlace): Search {
  const search = nameOfPlace(place)
  const asked = keyOf({ kind: 'words', words: search })
  return {
    search,
    chosen: place.id,
    lookUp: { asked, at: fetched.at, answer: { kind: 'found', places: [place], more: false } },
  }
}
