import { z } from 'zod'
import { type PostedForm, postedText } from '../../posted-form.ts'

/** An address as it was typed. An empty country is Sweden. */
const TypedAddress = z
  .object({ street: z.string(), postalCode: z.string(), city: z.string(), country: z.string() })
  .readonly()

export type TypedAddress = z.infer<typeof TypedAddress>

export type AddressPart = keyof TypedAddress

/** In the order in which they are asked for. */
export const addressParts = ['street', 'postalCode', 'city', 'country'] as const satisfies readonly AddressPart[]

export const emptyAddress: TypedAddress = { street: '', postalCode: '', city: '', country: '' }

/** Contact details as they were typed; `keep` when they are to be kept for next time. Without `address` none was typed. */
export const TypedContact = z
  .object({
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    address: TypedAddress.exactOptional(),
    keep: z.literal('yes').exactOptional(),
  })
  .readonly()

export type TypedContact = z.infer<typeof TypedContact>

export const emptyContact: TypedContact = { name: '', email: '', phone: '' }

/** The name of the box to tick. */
export const keepField = (name: string): string => `${name}.keep`

/** What was posted. Where the page had no boxes for an address, as while a register knows one, what was written `before` stays. */
export function postedContact(posted: PostedForm, name: string, before: TypedContact): TypedContact {
  const part = (of: keyof TypedAddress | 'name' | 'email' | 'phone'): string => postedText(posted, `${name}.${of}`)
  const written = {
    street: part('street'),
    postalCode: part('postalCode'),
    city: part('city'),
    country: part('country'),
  }
  const hadBoxes = Object.hasOwn(posted, `${name}.street`)
  const address = hadBoxes ? (Object.values(written).some(Boolean) ? written : undefined) : before.address
  return {
    name: part('name'),
    email: part('email'),
    phone: part('phone'),
    ...(address && { address }),
    ...(postedText(posted, keepField(name)) === 'yes' && { keep: 'yes' }),
  }
}
