import { failed, type Result } from '../../platform/result.ts'
import { readContact } from '../contact.ts'
import type { PartyContact } from '../model.ts'
import type { ContactProblem, TypedContact } from '../views/contact-view.tsx'

/** Where somebody can be told, as the applicant typed it: an e-mail address, a phone number, or both. */
export function postedContact({ epost, mobil }: TypedContact): Result<PartyContact, readonly ContactProblem[]> {
  if (epost.trim() === '' && mobil.trim() === '') return failed([{ field: 'epost', problem: 'missing' }])
  const read = readContact({ email: epost, phone: mobil })
  if (read.ok) return read
  return failed(read.error.map((problem) => ({ field: problem === 'email' ? 'epost' : 'mobil', problem })))
}
