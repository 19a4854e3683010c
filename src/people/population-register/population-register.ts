import type { Context } from '../../platform/context.ts'
import type { Address } from '../person.ts'

/** What a population register tells of somebody who isn't protected. Numbers have twelve digits, days are `YYYY-MM-DD`. */
export type RegisteredPerson = {
  readonly number: string
  /** The names that the person goes by; undefined for a newborn without one. */
  readonly givenName: string | undefined
  readonly surname: string | undefined
  readonly address: Address | undefined
  /** Four digits, county and municipality; undefined for who isn't registered in one. */
  readonly municipalityCode: string | undefined
  readonly birthDate: string | undefined
  /** The children whom the person is a guardian of. Children by birth alone are not among them. */
  readonly guardianFor: readonly string[]
  /** A child's guardians; undefined stands for one without an identity number. */
  readonly guardians: readonly (string | undefined)[]
  /** Why they are no longer registered: `AV` dead, `UV` emigrated, and others. */
  readonly deregistered: string | undefined
  /** The number that has taken the place of this one. */
  readonly laterNumber: string | undefined
  /** The number whose place this one has taken. */
  readonly earlierNumber: string | undefined
}

/**
 * What comes of asking for a person. Of somebody protected nothing leaves the register's adapter but that they are, and which other numbers of
 * 12 digits they have or had, so that these are protected, too: they are shown to nobody and stored nowhere.
 */
export type LookUp =
  | { readonly kind: 'found'; readonly person: RegisteredPerson }
  | { readonly kind: 'protected'; readonly others?: readonly string[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unavailable' }

/** Where facts of people come from: the Swedish Tax Agency's register of the population. */
export type PopulationRegister = {
  /** Looks up a personal or coordination number of 12 digits. Never throws: a register that fails is `unavailable`. */
  readonly lookUp: (number: string) => Promise<LookUp>
}

/** The registers of all municipalities: each asks by an order of its own. */
export type PopulationRegisters = {
  /** Undefined for a municipality that asks no register. */
  readonly of: (ctx: Context) => Promise<PopulationRegister | undefined>
}
