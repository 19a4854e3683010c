import { z } from 'zod'
import { Address, type FactSource } from './person.ts'

/** How long a PRID lasts: `A` about as long as a Swedish number, `B` until name, address or the like change, `C` nobody knows. */
export const Persistence = z.enum(['A', 'B', 'C'])

export type Persistence = z.infer<typeof Persistence>

/** Who somebody is by an e-ID of another country, as Sweden's eIDAS node tells it. */
const ForeignIdentity = z
  .object({
    /** Provisional id, such as `NO:5068907693`. */
    prid: z.string(),
    persistence: Persistence,
    /** The other country's own identifier, such as `NO/SE/05068907693`. */
    eidasIdentifier: z.string().exactOptional(),
  })
  .readonly()

export type ForeignIdentity = z.infer<typeof ForeignIdentity>

/** Who has identified themselves, by the login alone. */
export const Claimed = z
  .object({
    /** What kind `number` is: a Swedish one wherever the login gives one that may be used, else the PRID of an e-ID of another country. */
    scheme: z.enum(['swedish-number', 'prid']),
    /** 12 digits, or a PRID. */
    number: z.string(),
    /** Swedish numbers that the person had before, by the login's own word; 12 digits each. Never of who comes by a PRID. */
    earlierNumbers: z.array(z.string()).readonly().exactOptional(),
    /** The e-ID of another country that the person came by, also when a Swedish number is bound to it. */
    foreign: ForeignIdentity.exactOptional(),
    /** Set where the login itself can tell who has protected identity, and says that this person hasn't. */
    protection: z.literal('no').exactOptional(),
    /** What came with the login; left out when it says that the person has protected identity. */
    facts: z
      .object({
        givenName: z.string().exactOptional(),
        surname: z.string().exactOptional(),
        address: Address.exactOptional(),
        /** `YYYY-MM-DD` */
        birthDate: z.string().exactOptional(),
      })
      .readonly()
      .optional(),
  })
  .readonly()

export type Claimed = z.infer<typeof Claimed>

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
export type Identification = Omit<Claimed, 'facts' | 'protection'> & {
  /** Undefined for a person with protected identity. */
  readonly facts: KnownFacts | undefined
  /** False when nobody has said that the person isn't protected: somebody who was before still is. */
  readonly certain: boolean
  /** The register should have been asked and could not: nothing of the facts is kept, and what is sent meanwhile is protected. */
  readonly unchecked?: true
  /** Other numbers of somebody protected, 12 digits each: persons of theirs are protected, too, and never linked to them (B1.4). */
  readonly alsoProtected?: readonly string[]
}
