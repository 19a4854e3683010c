import { readEmail } from '../../forms/formats/email.ts'
import { isNordicPhone, readPhone } from '../../forms/formats/phone.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { PartyContact } from '../model.ts'
import type { ContactProblem, TypedContact } from '../views/contact-view.tsx'

/** Where somebody can be told, as the applicant typed it: an e-mail address, a phone number, or both. */
export function readContact(typed: TypedContact): Result<PartyContact, readonly ContactProblem[]> {
  const [epost, mobil] = [typed.epost.trim(), typed.mobil.trim()]
  if (epost === '' && mobil === '') return failed([{ field: 'epost', problem: 'missing' }])
  const [email, number] = [readEmail(epost), readPhone(mobil)]
  // Nothing is sent to others.
  const phone = isNordicPhone(mobil) ? number : undefined
  const problems: readonly ContactProblem[] = [
    ...(epost !== '' && email === undefined ? [{ field: 'epost', problem: 'email' } as const] : []),
    ...(mobil !== '' && phone === undefined ? [{ field: 'mobil', problem: 'phone' } as const] : []),
  ]
  if (problems.length > 0) return failed(problems)
  return ok({ ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) })
}
