import { z } from 'zod'
import type { Language } from '../platform/texts/catalogue.ts'
import './tables.ts'

/** A postal address as the population register writes it. */
export const Address = z
  .object({ careOf: z.string().exactOptional(), street: z.string(), postalCode: z.string(), city: z.string() })
  .readonly()

export type Address = z.infer<typeof Address>

/** Where facts of a person come from: the login's claims or the population register. */
export const FactSource = z.enum(['login', 'population-register'])

export type FactSource = z.infer<typeof FactSource>

/** What is known of a person. Facts are undefined for somebody with protected identity, and until a login has told them. */
export type Person = {
  readonly id: string
  readonly givenName: string | undefined
  readonly surname: string | undefined
  readonly address: Address | undefined
  /** `YYYY-MM-DD` */
  readonly birthDate: string | undefined
  /** Four digits, county and municipality; undefined for who isn't registered in one. */
  readonly municipalityCode: string | undefined
  /** When the facts were fetched, and from where. */
  readonly fetched: { readonly at: Date; readonly from: FactSource } | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
  readonly language: Language | undefined
  readonly noticesByEmail: boolean
  readonly noticesBySms: boolean
}

/** `Ada Exempel`; undefined when it isn't known or mustn't be shown. */
export const nameOf = (person: Pick<Person, 'givenName' | 'surname'>): string | undefined =>
  [person.givenName, person.surname].filter(Boolean).join(' ') || undefined
