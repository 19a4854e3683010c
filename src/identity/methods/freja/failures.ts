import type { Failure, FailureReason } from '../method.ts'
import type { FrejaStatus } from './statuses.ts'

/** Whose fault each of Freja's errors is, as the person is told it. Those that aren't here are faults in what we sent or are allowed to ask. */
const reasons: Readonly<Record<number, FailureReason>> = {
  // The person has turned off Freja for this municipality.
  1005: 'blocked',
  // Nobody has Freja by this number.
  1012: 'start-failed',
  // A custodian would have to act.
  1013: 'blocked',
  // The order is gone.
  1100: 'expired',
  // Another authentication of the same person is under way, and both were dropped.
  2000: 'in-progress',
}

/** What one of Freja's errors (REST API, "Errors") means for who is to be identified. */
export const failureOf = (code: number): Failure => ({
  reason: reasons[code] ?? 'unavailable',
  code: `freja-error-${code}`,
})

/** What becomes of somebody when Freja can't be asked. */
export const noAnswer: Failure = { reason: 'unavailable', code: 'freja-no-answer' }

/** Statuses at which an authentication is over without having identified anybody. */
export const endings: Readonly<Partial<Record<FrejaStatus, Failure>>> = {
  CANCELED: { reason: 'cancelled', code: 'freja-canceled' },
  RP_CANCELED: { reason: 'cancelled', code: 'freja-rp-canceled' },
  EXPIRED: { reason: 'expired', code: 'freja-expired' },
  // Freja drops both when somebody starts a second one.
  REJECTED: { reason: 'in-progress', code: 'freja-rejected' },
}
