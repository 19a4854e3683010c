import { z } from 'zod'
import type { QuestionWith } from '../../question.ts'
import { ruled } from '../../ruled.ts'

/** The settings of a question about who somebody is. */
export const identitySettings = {
  /** In whole years today, inclusive. */
  minAge: ruled(z.int().min(1).max(120)).optional(),
  /** True when whoever fills in the form can't be meant. */
  notOneself: z.boolean().default(false),
} as const

export type IdentityQuestion = QuestionWith<typeof identitySettings>
