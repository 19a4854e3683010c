import { z } from 'zod'
import { LocalizedText } from '../platform/texts/localized.ts'
import { Condition } from './condition.ts'

/** An id in a definition: it becomes part of addresses and of names of fields. */
export const Id = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower case words with hyphens')

/** The settings that every question has, whatever its type. */
export const commonSettings = {
  id: Id,
  label: LocalizedText,
  /** A sentence beside the label: how to answer. */
  help: LocalizedText.optional(),
  /** An answer that would do. */
  example: LocalizedText.optional(),
  /** "Varför frågar vi?" */
  why: LocalizedText.optional(),
  mandatory: z.boolean().default(false),
  /** The question is shown when this holds; always, when it is missing. */
  when: Condition.optional(),
} as const

const AnyQuestion = z
  .object({ ...commonSettings, type: z.string() })
  .readonly()
  .brand<'question'>()

/** A question of a definition, of whatever type. The brand says that its type has parsed it, own settings and all. */
export type Question = z.infer<typeof AnyQuestion>

/** A question together with its own type's settings. */
export type QuestionWith<Settings extends z.ZodRawShape> = Question & Readonly<z.output<z.ZodObject<Settings>>>
