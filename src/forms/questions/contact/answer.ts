import { z } from 'zod'

const Address = z
  .object({
    careOf: z.string().exactOptional(),
    street: z.string(),
    postalCode: z.string(),
    city: z.string(),
  })
  .readonly()

/** An address as the person wrote it, where no register told any. In Sweden the country is left out. */
const WrittenAddress = z
  .object({
    street: z.string(),
    postalCode: z.string().exactOptional(),
    city: z.string(),
    country: z.string().exactOptional(),
  })
  .readonly()

export type WrittenAddress = z.infer<typeof WrittenAddress>

/** Contact details as submitted; `fetched` says when (instant) and from where name and address came. */
export const ContactAnswer = z
  .object({
    name: z.string().exactOptional(),
    address: Address.exactOptional(),
    writtenAddress: WrittenAddress.exactOptional(),
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

/** An address that somebody wrote, on one line. */
export const writtenAddressLine = ({ street, postalCode, city, country }: WrittenAddress): string =>
  [street, [postalCode, city].filter(Boolean).join(' '), ...(country ? [country] : [])].join(', ')
