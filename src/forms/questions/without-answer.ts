import { z } from 'zod'
import { nothing } from '../question-type.ts'
import type { SummaryValue } from '../summary-value.ts'

/** What the types of blocks have in common that ask nothing: there is nothing to type, no answer, and no line in the summary. */
export const withoutAnswer = {
  asks: false,
  typed: z.null(),
  empty: null,
  answer: () => z.null(),
  problems: [],
  parse: () => nothing,
  toTyped: () => null,
  summarise: (): SummaryValue => ({ kind: 'nothing' }),
} as const
