import { z } from 'zod'
import { birthDateOf } from '../../formats/identity-number.ts'
import { ageOn } from '../../rules/age.ts'

/** Who somebody is: twelve digits of a personal or coordination number, or the day of birth of who has neither. Personal data in both cases. */
export const IdentityAnswer = z
  .strictObject({ number: z.string().exactOptional(), birthDate: z.iso.date().exactOptional() })
  .readonly()

export type IdentityAnswer = z.infer<typeof IdentityAnswer>

/** Whole years today (`YYYY-MM-DD`); undefined for a coordination number whose month or day nobody knows. */
export function ageOf({ number, birthDate }: IdentityAnswer, today: string): number | undefined {
  const birth = number === undefined ? birthDate : birthDateOf(number)
  return birth === undefined ? undefined : ageOn(birth, today)
}

/**
 * Whether somebody is certainly younger than that. Whose month or day of birth nobody knows can have been born on the first day of their
 * year, and isn't shut out for that.
 */
export function isYounger(identity: IdentityAnswer, { minAge, today }: Limit): boolean {
  const age = ageOf(identity, today) ?? Number(today.slice(0, 4)) - Number(identity.number?.slice(0, 4))
  return age < minAge
}

type Limit = { readonly minAge: number; readonly today: string }
