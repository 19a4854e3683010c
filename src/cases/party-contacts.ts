import { type PostedForm, postedText } from '../forms/posted-form.ts'
import { failed, ok, type Result } from '../platform/result.ts'
import { type NamedParty, readContact, type TypedContact } from '../signing/public.ts'

/** What was typed on the review page, by the party's position. */
export type TypedContacts = ReadonlyMap<number, TypedContact>

/** An address that can't be one. */
export type ContactProblem = { readonly position: number; readonly part: keyof TypedContact }

/** The name of a field of the review page, which is its id, too: `epost-1`. */
export const contactField = (position: number, part: keyof TypedContact): string =>
  `${part === 'email' ? 'epost' : 'mobil'}-${position}`

/** More positions than any form has parties. */
const mostPositions = 100

/** What was posted by the review page. A party whose fields weren't there is missing. */
export function postedContacts(form: PostedForm): TypedContacts {
  const positions = Array.from({ length: mostPositions }, (_, index) => index + 1)
  return new Map(
    positions
      .filter((position) => Object.hasOwn(form, contactField(position, 'email')))
      .map((position) => [
        position,
        {
          email: postedText(form, contactField(position, 'email')),
          phone: postedText(form, contactField(position, 'phone')),
        },
      ]),
  )
}

/** The parties, reached as was typed on the review page; those about whom it says nothing as the form says. Both ways may be left empty. */
export function withContacts(
  parties: readonly NamedParty[],
  typed: TypedContacts,
): Result<readonly NamedParty[], readonly ContactProblem[]> {
  const problems: ContactProblem[] = []
  const reached = parties.map((party): NamedParty => {
    const contact = typed.get(party.position)
    if (!contact) return party
    const read = readContact(contact)
    if (read.ok) return { ...party, contact: read.value }
    problems.push(...read.error.map((part) => ({ position: party.position, part })))
    return party
  })
  return problems.length === 0 ? ok(reached) : failed(problems)
}
