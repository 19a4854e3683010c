import { z } from 'zod'
import { Id } from '../forms/question.ts'
import { LocalizedText } from '../platform/texts/localized.ts'

/** An area of the catalogue, such as "Gator, trafik och parkering". */
export const Category = z.strictObject({ name: Id, title: LocalizedText }).readonly()

export type Category = z.infer<typeof Category>
