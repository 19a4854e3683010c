import { questionType } from '../../define-question-type.ts'
import { cleanLine } from '../../plain-text.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing, type Parsed, wrong } from '../../question-type.ts'
import { longestSearch, queryOf } from '../address-search/query.ts'
import { nameOfPlace } from '../address-search/registered-place.ts'
import { placeRuleType, placeRuleValue } from '../address-search/rule.ts'
import { findingsOf, nothingSearched, Search, searchFor } from '../address-search/search.ts'
import { searchAction } from '../address-search/search-action.ts'
import { pairsOf, provenanceOf } from '../address-search/words.ts'
import { PropertyAnswer } from './answer.ts'
import { PropertyField } from './field.tsx'
import { propertySettings } from './settings.ts'

/**
 * The property that the matter concerns, by its address or designation. "Sök" and "Nästa" ask the address register; when it doesn't
 * answer or finds nothing, what was typed is taken as it stands and marked as not checked.
 */
export const property = questionType({
  type: 'property',
  settings: propertySettings,
  typed: Search,
  empty: nothingSearched,
  answer: () => PropertyAnswer,
  problems: ['forms.problem.too-long', 'forms.problem.choose-place'],
  missing: 'forms.missing.property',
  readPosted: (posted, name, _question, { lookUp }) => ({
    search: postedText(posted, `${name}.search`),
    chosen: postedText(posted, `${name}.chosen`),
    lookUp,
  }),
  // The register's answer has been put beside what was typed by now: nothing more changes.
  act: (typed, what) => (what === searchAction ? { typed } : undefined),
  said: ({ search, chosen }) => ({ search, chosen }),
  parse: (typed): Parsed<PropertyAnswer> => {
    const text = cleanLine(typed.search)
    if (text === '') return nothing
    if (text.length > longestSearch) {
      return wrong({ key: 'forms.problem.too-long', values: { max: longestSearch, count: text.length } })
    }
    const { places, place } = findingsOf(typed, queryOf(text))
    if (place) return answer({ text: nameOfPlace(place), found: place })
    return places.length > 0 ? wrong({ part: 'choice', key: 'forms.problem.choose-place' }) : answer({ text })
  },
  toTyped: ({ text, found }) => (found ? searchFor(found) : { ...nothingSearched, search: text }),
  rule: { type: () => placeRuleType, of: ({ found }) => placeRuleValue(found) },
  Field: PropertyField,
  summarise: ({ text, found }, _question, texts) => ({
    kind: 'pairs',
    pairs: found ? pairsOf(found, texts) : [{ label: texts.t('forms.address.address-or-property'), value: text }],
    note: provenanceOf(found, texts),
  }),
  summariseTyped: ({ search }) => ({ kind: 'text', text: search }),
})
