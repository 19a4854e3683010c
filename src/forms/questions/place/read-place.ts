import { cleanLine, cleanText, countOver } from '../../plain-text.ts'
import type { AnswerProblem } from '../../problem.ts'
import { answer, nothing, type Parsed, wrong } from '../../question-type.ts'
import { longestSearch, type Position, positionInWords, readPosition } from '../address-search/query.ts'
import { type FoundPlace, nameOfPlace } from '../address-search/registered-place.ts'
import { type Findings, findingsOf, nothingSearched, searchFor } from '../address-search/search.ts'
import type { PlaceAnswer } from './answer.ts'
import { type PlaceQuestion, placeQuery, type TypedPlace } from './typed.ts'

/** Makes a place of what was typed: one of the ways to give it is enough. */
export function readPlace(typed: TypedPlace, { maxLength }: PlaceQuestion): Parsed<PlaceAnswer> {
  const [search, words, written] = [cleanLine(typed.search), cleanText(typed.words), cleanLine(typed.position)]
  if (search === '' && words === '' && written === '') return nothing
  const position = readPosition(written)
  const findings = findingsOf(typed, placeQuery(typed))
  const isOnly = words === '' && written === ''
  const problems = [
    ...searchProblems(search, findings, isOnly),
    ...(written !== '' && !position ? [{ part: 'position', key: 'forms.problem.coordinates' as const }] : []),
    ...wordsProblems(words, maxLength),
  ]
  if (problems.length > 0) return wrong(...problems)
  const { place: found } = findings
  const address = found ? '' : search
  return answer({
    text: inOneLine({ found, address, words, position }),
    ...(found && { found }),
    ...(address && { address }),
    ...(words && { words }),
    ...(position && { position }),
  })
}

function searchProblems(search: string, { places, place }: Findings, isOnly: boolean): readonly AnswerProblem[] {
  const label = { key: 'forms.place.search' } as const
  if (search.length > longestSearch) {
    return [{ key: 'forms.problem.too-long', values: { label, max: longestSearch, count: search.length } }]
  }
  const mustChoose = isOnly && places.length > 0 && !place
  return mustChoose ? [{ part: 'choice', key: 'forms.problem.choose-place' }] : []
}

function wordsProblems(words: string, max: number): readonly AnswerProblem[] {
  const count = countOver(words, max)
  const label = { key: 'forms.place.words' } as const
  return count === undefined ? [] : [{ part: 'words', key: 'forms.problem.too-long', values: { label, max, count } }]
}

type Ways = {
  readonly found: FoundPlace | undefined
  readonly address: string
  readonly words: string
  readonly position: Position | undefined
}

const inOneLine = ({ found, address, words, position }: Ways): string =>
  (found ? nameOfPlace(found) : address || cleanLine(words)) || (position ? positionInWords(position) : '')

/** What somebody would have typed to give this answer. */
export const typedFrom = ({ found, address, words, position }: PlaceAnswer): TypedPlace => ({
  ...(found ? searchFor(found) : { ...nothingSearched, search: address ?? '' }),
  words: words ?? '',
  position: position ? positionInWords(position) : '',
})
