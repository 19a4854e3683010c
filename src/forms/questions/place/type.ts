import { questionType } from '../../define-question-type.ts'
import { postedText } from '../../posted-form.ts'
import { positionInWords } from '../address-search/query.ts'
import { placeRuleType, placeRuleValue } from '../address-search/rule.ts'
import { searchAction } from '../address-search/search-action.ts'
import { pairsOf, provenanceOf } from '../address-search/words.ts'
import { PlaceAnswer } from './answer.ts'
import { PlaceField } from './field.tsx'
import { readPlace, typedFrom } from './read-place.ts'
import { placeSettings } from './settings.ts'
import { nothingTyped, TypedPlace } from './typed.ts'

/**
 * Where something is: an address of the register, a description in words, or coordinates, which the browser can fill in. Any one of them
 * is an answer. With coordinates alone, "Sök" finds the nearest addresses.
 */
export const place = questionType({
  type: 'place',
  settings: placeSettings,
  typed: TypedPlace,
  empty: nothingTyped,
  answer: () => PlaceAnswer,
  problems: ['forms.problem.too-long', 'forms.problem.choose-place', 'forms.problem.coordinates'],
  missing: 'forms.missing.place',
  readPosted: (posted, name, _question, { lookUp }) => ({
    search: postedText(posted, `${name}.search`),
    chosen: postedText(posted, `${name}.chosen`),
    lookUp,
    words: postedText(posted, `${name}.words`),
    position: postedText(posted, `${name}.position`),
  }),
  // The register's answer has been put beside what was typed by now: nothing more changes.
  act: (typed, what) => (what === searchAction ? { typed } : undefined),
  said: ({ search, chosen, words, position }) => ({ search, chosen, words, position }),
  parse: readPlace,
  toTyped: typedFrom,
  rule: { type: () => placeRuleType, of: ({ found }) => placeRuleValue(found) },
  Field: PlaceField,
  summarise: ({ found, address, words, position }, _question, texts) => ({
    kind: 'pairs',
    pairs: [
      ...(found ? pairsOf(found, texts) : []),
      ...(address ? [{ label: texts.t('forms.address.address'), value: address }] : []),
      ...(words ? [{ label: texts.t('forms.place.description'), value: words }] : []),
      ...(position ? [{ label: texts.t('forms.place.position'), value: positionInWords(position) }] : []),
    ],
    ...(found || address ? { note: provenanceOf(found, texts) } : {}),
  }),
  summariseTyped: ({ search, words, position }) => ({
    kind: 'list',
    items: [search, words, position].filter((way) => way.trim() !== ''),
  }),
})
