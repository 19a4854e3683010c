import type { CatalogueDefinition } from './definition/definition.ts'

/** Words that say nothing of what is looked for, folded. */
const emptyWords: ReadonlySet<string> = new Set(
  `jag vi du ni man vill kan ska skall behover maste ha har far fa gor gora hur var vad nar en ett den det de dem min mitt
  mina din ditt dina mig oss och eller att om for pa i in till fran av med utan som ar inte hos vid
  i we you want to need must have has how where what when a an the my your our and or of for on in at from by with is are
  not would like can could do`.split(/\s+/),
)

/** The most words of a search that count, and the most letters of each: more make nobody's search better. */
const mostWords = 10
const mostLetters = 60

/** A text as it is compared: small letters without accents (å and ä as a, ö as o), words apart by one space. */
export const foldForSearch = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The words of a search that are worth comparing; none when there are only small ones. */
export const wordsToFind = (search: string): readonly string[] =>
  foldForSearch(search)
    .split(' ')
    .filter((word) => word !== '' && !emptyWords.has(word))
    .slice(0, mostWords)
    .map((word) => [...word].slice(0, mostLetters).join(''))

/** What a service is found by: its titles alone, and all its words, each once. */
export function searchTexts(definition: CatalogueDefinition): { readonly title: string; readonly text: string } {
  const { title, keywords, synonyms } = definition
  const words = [title.sv, title.en ?? '', ...keywords.sv, ...keywords.en, ...synonyms.sv, ...synonyms.en]
  return { title: distinct(`${title.sv} ${title.en ?? ''}`), text: distinct(words.join(' ')) }
}

const distinct = (text: string): string =>
  [
    ...new Set(
      foldForSearch(text)
        .split(' ')
        .filter((word) => !emptyWords.has(word)),
    ),
  ].join(' ')
