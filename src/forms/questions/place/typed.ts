import { z } from 'zod'
import type { QuestionWith } from '../../question.ts'
import { type PlacesQuery, queryOf, readPosition } from '../address-search/query.ts'
import { nothingSearched, Search } from '../address-search/search.ts'
import type { placeSettings } from './settings.ts'

export type PlaceQuestion = QuestionWith<typeof placeSettings>

/** What was typed of a place: a search, a description in words, coordinates. */
export const TypedPlace = z.object({ ...Search.unwrap().shape, words: z.string(), position: z.string() }).readonly()

export type TypedPlace = z.infer<typeof TypedPlace>

export const nothingTyped: TypedPlace = { ...nothingSearched, words: '', position: '' }

/** What the register is to be asked: about the address when there is one, else what is nearest to the coordinates. */
export function placeQuery({ search, position }: Pick<TypedPlace, 'search' | 'position'>): PlacesQuery | undefined {
  const point = readPosition(position)
  return queryOf(search) ?? (search.trim() === '' && point ? { kind: 'near', ...point } : undefined)
}
