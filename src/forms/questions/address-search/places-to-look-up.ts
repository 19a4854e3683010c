import type { TypedValues } from '../../answers.ts'
import { held, type Json } from '../../json.ts'
import type { Question } from '../../question.ts'
import { place } from '../place/type.ts'
import { placeQuery } from '../place/typed.ts'
import { property } from '../property/type.ts'
import { type PlacesQuery, queryOf } from './query.ts'
import type { PlacesLookUp } from './registered-place.ts'
import { isToAsk, type Search } from './search.ts'

/** What the address register is to be asked, and the id of the question that it was typed in. */
type PlacesToLookUp = { readonly questionId: string; readonly query: PlacesQuery }

/** What was typed in some questions and the address register has not answered yet. */
export const placesToLookUp = (questions: readonly Question[], typed: TypedValues): readonly PlacesToLookUp[] =>
  questions.flatMap((question) => {
    const [search, query] = searchIn(question, held(typed, question.id)) ?? []
    return search && query && isToAsk(search, query) ? [{ questionId: question.id, query }] : []
  })

/** What the address register answered, by question id. */
export type ToldPlaces = ReadonlyMap<string, PlacesLookUp>

/** What was typed, with the register's answers beside it. */
export const withPlaces = (typed: TypedValues, told: ToldPlaces, questions: readonly Question[]): TypedValues => ({
  ...typed,
  ...Object.fromEntries(
    questions.flatMap((question): readonly (readonly [string, Json])[] => {
      const lookUp = told.get(question.id)
      if (!lookUp || !Object.hasOwn(typed, question.id)) return []
      const value = held(typed, question.id)
      if (property.is(question)) return [[question.id, { ...property.readTyped(value), lookUp }]]
      return place.is(question) ? [[question.id, { ...place.readTyped(value), lookUp }]] : []
    }),
  ),
})

function searchIn(question: Question, value: Json | undefined): readonly [Search, PlacesQuery | undefined] | undefined {
  if (property.is(question)) {
    const typed = property.readTyped(value)
    return [typed, queryOf(typed.search)]
  }
  if (!place.is(question)) return undefined
  const typed = place.readTyped(value)
  return [typed, placeQuery(typed)]
}
