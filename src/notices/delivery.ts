/**
 * How it went to hand a notice over: `sent` when somebody has taken responsibility; `refused` when there is no such recipient, now or later;
 * `later` when it may go well another time. `code` is for the log, free of personal data.
 */
export type Delivery = { readonly outcome: 'sent' } | Undelivered

export type Undelivered = { readonly outcome: 'refused' | 'later'; readonly code: string }
