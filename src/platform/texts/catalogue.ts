import { IntlMessageFormat } from 'intl-messageformat'
import en from '../../../locales/en.json' with { type: 'json' }
import sv from '../../../locales/sv.json' with { type: 'json' }

/** A language that the screens are written in. Swedish is the language of record. */
export type Language = 'sv' | 'en'

/** The name of a text; the Swedish catalogue decides which exist, so a missing one is a type error. */
export type TextKey = keyof typeof sv

export type TextValues = Readonly<Record<string, string | number>>

/** Answers the text of a key in one language, with its ICU arguments filled in. */
export type Translate = (key: TextKey, values?: TextValues) => string

const catalogues: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { sv, en }
const compiled = new Map<string, IntlMessageFormat>()

export const languages: readonly Language[] = ['sv', 'en']

export const isLanguage = (value: unknown): value is Language => value === 'sv' || value === 'en'

/** A text whose arguments stand in it as they are, as most do: ICU's own way takes ten times as long, and a page has a hundred of them. */
const plain = /^(?:[^{}'<]|\{\w+\})*$/

const filledIn = (text: string, key: TextKey, values: TextValues = {}): string =>
  text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The text ${key} is given no ${name}`)
    return String(value)
  })

/** Makes the translator of one language. Throws when a text's ICU syntax is broken or an argument is missing. */
export function translator(language: Language): Translate {
  return (key, values) => {
    const text = catalogues[language][key]
    if (!text.includes('{') && !text.includes("'")) return text
    if (plain.test(text)) return filledIn(text, key, values)
    const name = `${language}:${key}`
    const message = compiled.get(name) ?? new IntlMessageFormat(text, language)
    compiled.set(name, message)
    return String(message.format(values))
  }
}
