import { type Language, languages } from '../../platform/texts/catalogue.ts'
import { readabilityOf } from '../../platform/texts/readability.ts'
import type { Finding, Path } from './finding.ts'

/**
 * How hard a text may be. Over 50 begins what Björnsson called difficult: trade literature; whole services aim at 40, where ordinary newspaper
 * prose ends, since språklagen 11 § wants an authority's language to be cultivated, simple and understandable. A single long word moves a
 * text of fewer words than these by more than four, so that its figure tells nothing.
 */
export const readable = { text: 50, whole: 40, fewestWords: 25 } as const

/** Fewer words than these may well be the same in two languages: names, addresses, "Information". */
const fewestTranslated = 5

type PlacedText = { readonly path: Path; readonly texts: Readonly<Partial<Record<Language, string>>> }

/** What is missing or hard among the texts of a definition, whatever its shape: everything with a Swedish text is a text. */
export function textFindings(definition: unknown): readonly Finding[] {
  const texts = textsIn(definition, [])
  return [...texts.flatMap(findingsOf), ...wordFindings(definition, []), ...wholeFindings(texts)]
}

function findingsOf({ path, texts }: PlacedText): readonly Finding[] {
  const { sv = '' } = texts
  const missing = languages.flatMap((language): readonly Finding[] => {
    const text = texts[language]
    if (text === undefined)
      return needsTranslation(sv) ? [{ code: 'text-missing', path, message: `there is no text in "${language}"` }] : []
    return text.trim() === '' ? [{ code: 'text-empty', path: [...path, language], message: 'is empty' }] : []
  })
  const same = languages.flatMap((language): readonly Finding[] =>
    language !== 'sv' && texts[language] === sv && wordsIn(sv) >= fewestTranslated
      ? [{ code: 'text-same', path: [...path, language], message: 'is the same as the Swedish text' }]
      : [],
  )
  return [...missing, ...same, ...hard(sv, path)]
}

/** A designation or a number is the same in all languages: "EKEN 4". */
const needsTranslation = (text: string): boolean => /\p{Ll}{2}/u.test(text)

const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length

function hard(text: string, path: Path): readonly Finding[] {
  const { lix, words, sentences, longWords } = readabilityOf(text)
  if (words < readable.fewestWords || lix <= readable.text) return []
  const message = `LIX ${lix}, at most ${readable.text} is good: ${count(words, 'word')} in ${count(sentences, 'sentence')}, ${longWords} of more than six letters`
  return [{ code: 'hard-to-read', path: [...path, 'sv'], message }]
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`

/** All sentences together; headings and names, which are none, are left out by their full stop. */
function wholeFindings(texts: readonly PlacedText[]): readonly Finding[] {
  const sentences = texts.flatMap(({ texts: { sv = '' } }) => (/[.!?]/.test(sv) ? [sv] : []))
  const { lix, words } = readabilityOf(sentences.join('\n'))
  if (words < readable.fewestWords || lix <= readable.whole) return []
  return [
    { code: 'hard-to-read', path: [], message: `LIX ${lix} for all texts together, at most ${readable.whole} is good` },
  ]
}

function textsIn(value: unknown, path: Path): readonly PlacedText[] {
  if (typeof value !== 'object' || value === null) return []
  const members = Object.entries(value)
  const texts = members.filter(([name, text]) => isLanguageName(name) && typeof text === 'string')
  if (texts.some(([name]) => name === 'sv')) return [{ path, texts: Object.fromEntries(texts) }]
  return members.flatMap(([name, member]) => textsIn(member, [...path, keyOf(value, name)]))
}

/** Lists of words to search by are there in each language, or in none of them. */
function wordFindings(value: unknown, path: Path): readonly Finding[] {
  if (typeof value !== 'object' || value === null) return []
  const lists = languages.map((language): readonly [Language, unknown] => [language, Reflect.get(value, language)])
  if (!lists.every(([, list]) => Array.isArray(list)))
    return Object.entries(value).flatMap(([name, member]) => wordFindings(member, [...path, keyOf(value, name)]))
  const some = lists.some(([, list]) => Array.isArray(list) && list.length > 0)
  return lists.flatMap(([language, list]): readonly Finding[] => {
    if (!Array.isArray(list)) return []
    if (some && list.length === 0)
      return [{ code: 'text-missing', path: [...path, language], message: 'there are no words' }]
    return list.flatMap((word: unknown, index): readonly Finding[] =>
      typeof word === 'string' && word.trim() === ''
        ? [{ code: 'text-empty', path: [...path, language, index], message: 'is empty' }]
        : [],
    )
  })
}

const isLanguageName = (name: string): boolean => languages.some((language) => language === name)

const keyOf = (value: object, name: string): string | number => (Array.isArray(value) ? Number(name) : name)
