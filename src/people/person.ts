import { z } from 'zod'
import type { Language } from '../platform/texts/catalogue.ts'
import './tables.ts'

/** A postal address as the population register writes it. */
export const Address = z.object({ street: z.string(), postalCode: z.string(), city: z.string() }).readonly()

export type Address = z.infer<typeof Address>

/** What is known of a person. Name and address are undefined for somebody with protected identity, and until a login has told them. */
export type Person = {
  readonly id: string
  readonly givenName: string | undefined
  readonly surname: string | undefined
  readonly address: Address | undefined
  /** When name and address were fetched. */
  readonly fetchedAt: Date | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly language: Language | undefined
  readonly noticesByEmail: boolean
}

/** `Ada Exempel`; undefined when it isn't known or mustn't be shown. */
export const nameOf = (person: Pick<Person, 'givenName' | 'surname'>): string | undefined =>
  [person.givenName, person.surname].filter(Boolean).join(' ') || undefined
