import type { Address, FactSource } from './person.ts'
import type { IdentityScheme } from './tables.ts'

/** Who has identified themselves, by the login alone. */
export type Claimed = {
  readonly scheme: IdentityScheme
  /** 12 digits, or a PRID. */
  readonly number: string
  /** What came with the login; undefined when it says that the person has protected identity. */
  readonly facts: { readonly givenName?: string; readonly surname?: string; readonly address?: Address } | undefined
}

/** What is known of somebody who has identified themselves, to be kept until the next login. */
export type KnownFacts = {
  readonly from: FactSource
  readonly givenName: string | undefined
  readonly surname: string | undefined
  readonly address: Address | undefined
  /** `YYYY-MM-DD` */
  readonly birthDate: string | undefined
  readonly municipalityCode: string | undefined
}

/** Who has identified themselves, when the population register has been asked as well. */
export type Identification = Pick<Claimed, 'scheme' | 'number'> & {
  /** Undefined for a person with protected identity. */
  readonly facts: KnownFacts | undefined
  /** False when the register could not be asked: somebody who was protected before still is. */
  readonly certain: boolean
}
