import { z } from 'zod'
import { LocalizedText } from '../../../platform/texts/localized.ts'
import type { QuestionWith } from '../../question.ts'
import { ruled } from '../../ruled.ts'

/** The oldest that a child can be, in whole years: guardianship ends on the eighteenth birthday (Föräldrabalken 6:2). */
const oldest = 17

const Age = z.int().min(0).max(oldest)

/** The settings of a choice of child: who can be chosen, and what is said of who can't. */
export const childSettings = {
  /** In whole years today, inclusive. */
  minAge: ruled(Age).optional(),
  maxAge: ruled(Age).optional(),
  /** The first and the last day of birth, inclusive. */
  bornFrom: ruled(z.iso.date()).optional(),
  bornTo: ruled(z.iso.date()).optional(),
  /** Why, and what to do instead. `{name}` is the child's first name, `{age}` its whole years. */
  tooYoung: LocalizedText.optional(),
  tooOld: LocalizedText.optional(),
  /**
   * `all` when every guardian takes part, as by signing: a child whose guardians can't all be told is then not offered, whether one is
   * protected or a register fails (B1.4).
   */
  guardians: z.enum(['one', 'all']).default('one'),
} as const

export type ChildQuestion = QuestionWith<typeof childSettings>
