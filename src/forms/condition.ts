import { z } from 'zod'
import type { Condition as ConditionData } from './rules/condition.ts'

/** The schema of a condition in a definition. */
export const Condition: z.ZodType<ConditionData> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ question: z.string(), in: z.array(z.string()).min(1).readonly() }).readonly(),
      z.strictObject({ all: z.array(Condition).min(1).readonly() }).readonly(),
      z.strictObject({ any: z.array(Condition).min(1).readonly() }).readonly(),
      z.strictObject({ not: Condition }).readonly(),
    ],
    { error: 'is not a condition: write { question, in }, { all }, { any } or { not }' },
  ),
)
