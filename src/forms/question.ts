import { z } from 'zod'
import { LocalizedText } from '../platform/texts/localized.ts'
import { AnyExpression, ruled } from './ruled.ts'

/** An id in a definition: it becomes part of addresses and of names of fields. */
export const Id = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower case words with hyphens')

/** The settings that every question has, whatever its type. */
export const commonSettings = {
  id: Id,
  label: LocalizedText,
  /** Ids that the question had in earlier versions of the form: what was typed there is typed here, when drafts move. */
  replaces: z.array(Id).default([]).readonly(),
  /** A sentence beside the label: how to answer. */
  help: LocalizedText.optional(),
  /** An answer that would do. */
  example: LocalizedText.optional(),
  /** "Varför frågar vi?" */
  why: LocalizedText.optional(),
  mandatory: ruled(z.boolean()).default(false),
  /** The question is shown when this holds; always, when it is missing. */
  when: AnyExpression.optional(),
  /** What stands there until the person has answered, as rules see it. */
  default: AnyExpression.optional(),
  /** "Visas inte för andra parter": other parties of the application never see the answer. */
  hiddenFromParties: z.boolean().default(false),
  /** `party`: not the applicant but the other party answers, when they read what they are to sign. */
  filledInBy: z.enum(['applicant', 'party']).default('applicant'),
  /** Case workers may search by the answer. */
  searchable: z.boolean().default(false),
  /** Health and the like: never in lists, searches or notices. */
  sensitive: z.boolean().default(false),
} as const

const AnyQuestion = z
  .object({ ...commonSettings, type: z.string() })
  .readonly()
  .brand<'question'>()

/** A question of a definition, of whatever type. The brand says that its type has parsed it, own settings and all. */
export type Question = z.infer<typeof AnyQuestion>

/** A question together with its own type's settings. */
export type QuestionWith<Settings extends z.ZodRawShape> = Question & Readonly<z.output<z.ZodObject<Settings>>>
