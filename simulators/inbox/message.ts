import { z } from 'zod'

/** Something that was sent to somebody: `to` is an e-mail address (several with a comma between) or a phone number. */
export const Message = z.object({
  id: z.string(),
  channel: z.enum(['email', 'sms']),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** ISO 8601 in UTC: when it arrived here. */
  sentAt: z.string(),
})

/** A message as the inbox keeps and shows it. */
export type Message = Readonly<z.infer<typeof Message>>
