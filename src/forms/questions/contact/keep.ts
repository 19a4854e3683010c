import type { Facts } from '../../facts.ts'
import { readEmail } from '../../formats/email.ts'
import { phoneInWords, readPhone } from '../../formats/phone.ts'
import type { KeptDetails } from '../../kept-details.ts'
import { cleanLine } from '../../plain-text.ts'
import type { ContactQuestion } from './known.ts'
import type { TypedContact } from './typed.ts'

/**
 * Whether a person can have what they type kept. Nobody whose facts are not given out is asked: who is protected gives contact details in
 * "Mina uppgifter" alone, where they are warned, and a register that is down looks the same (B1.4).
 */
export const mayKeep = ({ email, phone }: ContactQuestion, { person }: Facts): boolean =>
  (person?.name !== undefined || person?.address !== undefined) && (email !== 'hidden' || phone !== 'hidden')

/** What was typed that differs from what is known. An empty box takes nothing away. */
export function newDetails(typed: TypedContact, question: ContactQuestion, facts: Facts): KeptDetails {
  if (!mayKeep(question, facts)) return {}
  const email = question.email === 'hidden' ? undefined : readEmail(cleanLine(typed.email))
  const phone = question.phone === 'hidden' ? undefined : readPhone(cleanLine(typed.phone))
  const { person } = facts
  return {
    ...(email !== undefined && email !== person?.email && { email }),
    ...(phone !== undefined && phone !== readPhone(person?.phone ?? '') && { phone: phoneInWords(phone) }),
  }
}
