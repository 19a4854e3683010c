import { z } from 'zod'
import { type Answer, redirect } from '../../platform/http/answer.ts'
import type { FailureReason } from '../methods/method.ts'
import type { Begun } from '../transaction.ts'

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
  unavailable: 'tekniskt-fel',
  unknown: 'okand',
}

export const reasonOf = (reason: FailureReason): LoginReason => reasons[reason]

/** Where an identification leads that came to nothing: back to where it was begun, which says why. */
export function backWith(
  reason: LoginReason,
  begun: Pick<Begun, 'purpose' | 'returnTo'> | undefined,
  options: { readonly fromFragment?: boolean } = {},
): Answer {
  if (begun?.purpose === 'test') return redirect(`/hjalp/testa-e-legitimation?resultat=${reason}`, options)
  const till = begun?.returnTo ? `&till=${encodeURIComponent(begun.returnTo)}` : ''
  return redirect(`/logga-in?varfor=${reason}${till}`, options)
}
