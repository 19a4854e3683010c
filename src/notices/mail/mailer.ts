import type { Delivery } from '../delivery.ts'

/** A letter in plain text. */
export type Mail = {
  /** The same for every attempt at one notice, so that mail programs show a repeated one once. Without angle brackets. */
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Hands letters to a mail server. Never throws for what a server or network does; `later` also when nobody knows whether it went well. */
export type Mailer = {
  readonly send: (mail: Mail) => Promise<Delivery>
  /** Lets deliveries finish and closes connections. */
  readonly close: () => void
}
