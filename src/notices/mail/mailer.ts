/** A letter in plain text. */
export type Mail = {
  /** The same for every attempt at one notice, so that mail programs show a repeated one once. Without angle brackets. */
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
}

/**
 * How it went: `sent` when the mail server has taken responsibility; `refused` when there is no such recipient, now or later;
 * `later` when it may go well another time, or when nobody knows whether it went well. `code` is for the log, free of personal data.
 */
export type Delivery = { readonly outcome: 'sent' } | { readonly outcome: 'refused' | 'later'; readonly code: string }

/** Hands letters to a mail server. Never throws for what a server or network does. */
export type Mailer = {
  readonly send: (mail: Mail) => Promise<Delivery>
  /** Lets deliveries finish and closes connections. */
  readonly close: () => void
}
