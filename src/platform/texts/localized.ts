import { z } from 'zod'
import { type Language, type TextKey, translator } from './catalogue.ts'

/** A text that an administrator wrote: Swedish always, other languages when somebody has translated it. */
export const LocalizedText = z.object({ sv: z.string().min(1), en: z.string().min(1).optional() }).readonly()

export type LocalizedText = z.infer<typeof LocalizedText>

/** The text in the reader's language, else in Swedish. */
export const inLanguage = (text: LocalizedText, language: Language): string => text[language] ?? text.sv

/** A text of the catalogue that takes no arguments, where one of an administrator could stand. */
export const fromCatalogue = (key: TextKey): LocalizedText => ({ sv: translator('sv')(key), en: translator('en')(key) })
