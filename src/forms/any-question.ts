import { z } from 'zod'
import type { Question } from './question.ts'
import type { AnyQuestionType } from './question-type.ts'

/** Finds a question type by its name. */
export type FindQuestionType = (name: string) => AnyQuestionType | undefined

type Accepts = {
  /** Names of the types, for who mistypes one. */
  readonly known?: readonly string[]
  /** Why a type can't stand here. */
  readonly refuses?: (type: AnyQuestionType) => string | undefined
}

/** The schema of a question of any type that is found, each read by its own type's. */
export const anyQuestion = (find: FindQuestionType, { known = [], refuses }: Accepts): z.ZodType<Question> =>
  z.looseObject({ type: z.string() }).transform((raw, context) => {
    const type = find(raw.type)
    const refused = type ? refuses?.(type) : unknown(raw.type, known)
    if (!type || refused !== undefined) {
      context.addIssue({ code: 'custom', path: ['type'], message: refused ?? '' })
      return z.NEVER
    }
    const read = type.schema.safeParse(raw)
    if (read.success) return read.data
    for (const issue of read.error.issues) {
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message })
    }
    return z.NEVER
  })

const unknown = (name: string, known: readonly string[]): string =>
  known.length > 0 ? `"${name}" is none of ${known.join(', ')}` : `"${name}" is no type of question`
