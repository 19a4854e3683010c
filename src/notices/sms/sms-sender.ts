import type { Undelivered } from '../delivery.ts'

export type Sms = {
  /** E.164, such as `+46701234567`. */
  readonly to: string
  /** What the phone shows as sender: at most eleven letters and digits, of which the first is a letter. */
  readonly from: string
  /** Shortened to two parts of GSM 03.38, in which what has no letter there is written in plain ones. */
  readonly text: string
  /** The same for every attempt at one message; tells nothing of anybody. */
  readonly key: string
}

/**
 * What has become of a message. `unclear`: it was handed over, but no answer came, so that it may have been sent. `providerId` is the provider's own name
 * for it; undefined where it said none.
 */
export type SmsDelivery =
  | { readonly outcome: 'sent'; readonly providerId: string | undefined }
  | { readonly outcome: 'unclear'; readonly code: string }
  | Undelivered

/** Hands messages to a provider. Never throws for what a provider or network does. */
export type SmsSender = { readonly send: (sms: Sms) => Promise<SmsDelivery> }
