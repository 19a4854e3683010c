import { type Language, type Translate, translator } from './catalogue.ts'
import { type Formats, formatsFor } from './formats.ts'
import { inLanguage, type LocalizedText } from './localized.ts'

/** Everything a page needs to speak to a reader: the catalogue, an administrator's texts, dates and figures. */
export type Texts = {
  readonly language: Language
  readonly t: Translate
  readonly pick: (text: LocalizedText) => string
  readonly format: Formats
}

const cache = new Map<string, Texts>()

/** The texts of a language in a municipality's time zone (IANA name). */
export function textsFor(language: Language, timeZone: string): Texts {
  const name = `${language} ${timeZone}`
  const known = cache.get(name)
  if (known) return known
  const texts: Texts = {
    language,
    t: translator(language),
    pick: (text) => inLanguage(text, language),
    format: formatsFor(language, timeZone),
  }
  cache.set(name, texts)
  return texts
}
