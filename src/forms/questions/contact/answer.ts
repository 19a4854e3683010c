import { z } from 'zod'

const Address = z
  .object({
    careOf: z.string().exactOptional(),
    street: z.string(),
    postalCode: z.string(),
    city: z.string(),
  })
  .readonly()

/** Contact details as submitted; `fetched` says when (instant) and from where name and address came. */
export const ContactAnswer = z
  .object({
    name: z.string().exactOptional(),
    address: Address.exactOptional(),
    email: z.string().exactOptional(),
    phone: z.string().exactOptional(),
    fetched: z
      .object({ at: z.iso.datetime(), from: z.enum(['login', 'population-register']) })
      .readonly()
      .exactOptional(),
  })
  .readonly()

export type ContactAnswer = z.infer<typeof ContactAnswer>

/** An address on one line, as on an envelope. */
export const addressLine = ({ careOf, street, postalCode, city }: z.infer<typeof Address>): string =>
  [...(careOf ? [`c/o ${careOf}`] : []), street, `${postalCode} ${city}`].join(', ')
