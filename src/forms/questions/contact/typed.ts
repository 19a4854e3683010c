import { z } from 'zod'
import { type PostedForm, postedText } from '../../posted-form.ts'

/** Contact details as they were typed; `keep` when they are to be kept for next time. */
export const TypedContact = z
  .object({ name: z.string(), email: z.string(), phone: z.string(), keep: z.literal('yes').exactOptional() })
  .readonly()

export type TypedContact = z.infer<typeof TypedContact>

export const emptyContact: TypedContact = { name: '', email: '', phone: '' }

/** The name of the box to tick. */
export const keepField = (name: string): string => `${name}.keep`

export const postedContact = (posted: PostedForm, name: string): TypedContact => ({
  name: postedText(posted, `${name}.name`),
  email: postedText(posted, `${name}.email`),
  phone: postedText(posted, `${name}.phone`),
  ...(postedText(posted, keepField(name)) === 'yes' && { keep: 'yes' }),
})
