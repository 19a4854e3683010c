import { z } from 'zod'

/** What BankID answers to an order; the tokens have no length of their own in its description. */
export const Placed = z.object({
  orderRef: z.string().min(1),
  autoStartToken: z.string().min(1),
  qrStartToken: z.string().min(1),
  qrStartSecret: z.string().min(1),
})

export type Placed = z.infer<typeof Placed>

/** An order as it is kept, sealed. */
export const Order = Placed.extend({
  /** When BankID's answer came, milliseconds since 1970. */
  receivedAt: z.number(),
  /** The address that the order was placed for. */
  endUserIp: z.string(),
  device: z.enum(['this', 'other']),
  /** Whether the page is shown on a phone or tablet. */
  mobile: z.boolean(),
})

export type Order = z.infer<typeof Order>

/** What `collect` answers, as far as all answers are alike. */
export const Outcome = z.object({
  orderRef: z.string(),
  status: z.enum(['pending', 'complete', 'failed']),
  hintCode: z.string().max(64).optional(),
  completionData: z.unknown().optional(),
})

/** Where the app was, of a complete order. */
export const Device = z.object({ device: z.object({ ipAddress: z.string() }) })

/** Who it is, of a complete order. */
export const Completion = Device.extend({
  user: z.object({ personalNumber: z.string(), givenName: z.string(), surname: z.string() }),
})
