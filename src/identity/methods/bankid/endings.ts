import type { TextKey } from '../../../platform/texts/catalogue.ts'
import type { Device, Failure, FailureReason } from '../method.ts'

/** How an order may end without anybody identified. `text` is BankID's recommended one (RFA), left out where BankID isn't to blame. */
type Ending = Failure & { readonly text?: TextKey | { readonly [Where in Device]: TextKey } }

const ending = (code: string, reason: FailureReason, text?: Ending['text']): Ending => ({
  code: `bankid-${code}`,
  reason,
  ...(text && { text }),
})

const internalError = 'bankid.rfa5'
const unknownError = 'bankid.rfa22'

/** By the hint code of a failed order, or by the code of an error. */
const endings: Readonly<Record<string, Ending>> = {
  userCancel: ending('user-cancel', 'cancelled', 'bankid.rfa6'),
  cancelled: ending('cancelled', 'cancelled', 'bankid.rfa3'),
  expiredTransaction: ending('expired-transaction', 'expired', 'bankid.rfa8'),
  certificateErr: ending('certificate-err', 'blocked', 'bankid.rfa16'),
  startFailed: ending('start-failed', 'start-failed', { this: 'bankid.rfa17a', other: 'bankid.rfa17b' }),
  userDeclinedCall: ending('user-declined-call', 'cancelled', unknownError),
  notSupportedByUserApp: ending('not-supported-by-user-app', 'unknown', unknownError),
  transactionRiskBlocked: ending('transaction-risk-blocked', 'refused', unknownError),

  alreadyInProgress: ending('already-in-progress', 'in-progress', 'bankid.rfa4'),
  requestTimeout: ending('request-timeout', 'unavailable', internalError),
  internalError: ending('internal-error', 'unavailable', internalError),
  maintenance: ending('maintenance', 'unavailable', internalError),
  tooManyRequests: ending('too-many-requests', 'unavailable', internalError),

  // Our own faults, which BankID is not blamed for.
  invalidParameters: ending('invalid-parameters', 'unavailable'),
  unauthorized: ending('unauthorized', 'unavailable'),
  notFound: ending('not-found', 'unavailable'),
  methodNotAllowed: ending('method-not-allowed', 'unavailable'),
  unsupportedMediaType: ending('unsupported-media-type', 'unavailable'),

  noAnswer: ending('no-answer', 'unavailable'),
}

/** New codes come without notice. */
const unknown = ending('unknown', 'unknown', unknownError)

/** Why nobody was identified, by BankID's word for it. */
export function failureOf(word: string): Failure {
  const { code, reason } = endings[word] ?? unknown
  return { code, reason }
}

/** Whether a word is one that BankID has told us of; another is logged. */
export const isKnownEnding = (word: string): boolean => endings[word] !== undefined

/** Whether an error is a fault of ours, which somebody has to mend. */
export const isOurFault = (word: string): boolean =>
  ['invalidParameters', 'unauthorized', 'notFound', 'methodNotAllowed', 'unsupportedMediaType'].includes(word)

/** BankID's recommended text for an ending, by the code of its failure; undefined where BankID isn't to blame. */
export function textOfEnding(code: string, device: Device): TextKey | undefined {
  const { text } = [...Object.values(endings), unknown].find((one) => one.code === code) ?? {}
  return typeof text === 'object' ? text[device] : text
}
