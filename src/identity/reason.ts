import { z } from 'zod'
import type { FailureReason } from './methods/method.ts'

/** Why the person stands at the login again, as its address says it; anything else is read as no reason. */
export const LoginReason = z.enum([
  'avbruten',
  'for-sent',
  'startade-inte',
  'sparrad',
  'pagar-redan',
  'misslyckad',
  'saknar-nummer',
  'tekniskt-fel',
  'okand',
  'nagon-annan',
  'saknar-behorighet',
  'utgangen',
  'sparad',
])

export type LoginReason = z.infer<typeof LoginReason>

const reasons: Readonly<Record<FailureReason, LoginReason>> = {
  cancelled: 'avbruten',
  expired: 'for-sent',
  'start-failed': 'startade-inte',
  blocked: 'sparrad',
  'in-progress': 'pagar-redan',
  refused: 'misslyckad',
  'no-number': 'saknar-nummer',
  'somebody-else': 'nagon-annan',
  unavailable: 'tekniskt-fel',
  unknown: 'okand',
}

/** What a person is told of a failure. */
export const reasonOf = (reason: FailureReason): LoginReason => reasons[reason]
