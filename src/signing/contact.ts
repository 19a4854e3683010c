import { readEmail } from '../forms/formats/email.ts'
import { isNordicPhone, readPhone } from '../forms/formats/phone.ts'
import { cleanLine } from '../forms/plain-text.ts'
import { failed, ok, type Result } from '../platform/result.ts'
import type { PartyContact } from './model.ts'

/** How a party is reached, as the applicant has typed it; both may be empty. */
export type TypedContact = { readonly email: string; readonly phone: string }

/** Where somebody can be told: an e-mail address, a phone number, both or neither; or which of them can't be one. */
export function readContact(typed: TypedContact): Result<PartyContact, readonly (keyof TypedContact)[]> {
  const [typedEmail, typedPhone] = [cleanLine(typed.email), cleanLine(typed.phone)]
  const email = readEmail(typedEmail)
  // Nothing is sent to other numbers.
  const phone = isNordicPhone(typedPhone) ? readPhone(typedPhone) : undefined
  const wrong = [
    ...(typedEmail !== '' && email === undefined ? (['email'] as const) : []),
    ...(typedPhone !== '' && phone === undefined ? (['phone'] as const) : []),
  ]
  if (wrong.length > 0) return failed(wrong)
  return ok({ ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) })
}
