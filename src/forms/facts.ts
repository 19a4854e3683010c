import type { LegalForm } from './questions/organisation/legal-form.ts'

/** What a question may be told about the outside world when it is prefilled, shown or validated. */
export type Facts = {
  /** The day in the municipality, as `YYYY-MM-DD`. */
  readonly today: string
  /** Who is logged in; undefined for a visitor. */
  readonly person?: PersonFacts
  /** Twelve digits of whoever is logged in, by which they are known when they name themselves; never for an address, a log or the page. */
  readonly ownNumber?: string
  /** Set for who is logged in by an e-ID of another country and has no Swedish number: no register can be asked about them. Never for a protected person. */
  readonly withoutNumber?: true
  /**
   * The children that the person who is logged in is a guardian of, oldest first. Undefined when the register fails, and for a person with
   * protected identity: the two must look the same (B1.4).
   */
  readonly children?: readonly ChildFacts[]
  /** "Mina organisationer" of the person who is logged in, by name. */
  readonly organisations?: readonly OrganisationFacts[]
  /** What the company register answered whoever fills in the form, newest first. */
  readonly companyLookUps?: readonly CompanyLookUp[]
}

/** A kind of facts that a question type can ask for. */
export type FactName = Exclude<keyof Facts, 'today'>

/**
 * What is known of the person who is logged in. Everything is missing when the register fails, and for a person with
 * protected identity: the two must look the same (B1.4).
 */
export type PersonFacts = {
  readonly name?: string
  readonly address?: Address
  readonly email?: string
  /** In international form (`+46701234567`). */
  readonly phone?: string
  /** When name and address were fetched, and from where. */
  readonly fetched?: { readonly at: string; readonly from: FactSource }
  /** In whole years, today. */
  readonly age?: number
  /** Four digits of the municipality where they are registered: county and municipality, as Statistics Sweden numbers them. */
  readonly municipality?: string
  /** Whether that is the municipality whose e-service it is. */
  readonly livesHere?: boolean
}

/**
 * A child as the population register tells their guardian. A child with protected identity is not among the children at all. What is
 * shown and what is kept of it is the question type's to decide: nothing here is stored until a form is sent.
 */
export type ChildFacts = {
  /** Ours, the same at each visit, telling nothing: may stand in a page and in an answer. */
  readonly id: string
  /** Twelve digits: for the municipality, never for an address, a log or the page. */
  readonly number: string
  readonly givenName: string
  readonly name: string
  /** `YYYY-MM-DD` */
  readonly birthDate: string
  /** In whole years, today. */
  readonly age: number
  readonly address?: Address
  /** Whether the child is registered at the guardian's own address. */
  readonly sameAddress: boolean
  /**
   * The child's guardians besides the one who is logged in, in the register's order. Undefined when not all of them can be told, for whatever
   * reason: then nobody may be asked to sign for the child here, and the words are those of a register that fails (B1.4). The number, twelve
   * digits, is for who is asked to sign: never for an answer, an address, a log or the page.
   */
  readonly otherGuardians?: readonly { readonly name: string; readonly number: string }[]
  /** Whether all guardians are registered at one address: one household. Undefined together with `otherGuardians`. */
  readonly guardiansTogether?: boolean
}

/** Where a person's name and address come from: the login's claims or the population register. */
type FactSource = 'login' | 'population-register'

/** A postal address as the population register writes it. */
type Address = {
  readonly careOf?: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
}

/** One of the person's own organisations. */
export type OrganisationFacts = {
  readonly id: string
  /** 10 digits, or 12 for a sole trader: personal data. An association may have none. */
  readonly number?: string
  readonly name: string
  readonly form?: LegalForm
  readonly address?: Address
  readonly role?: string
  /** When the company register knew number and name (instant); missing when nobody but the person says so. */
  readonly checkedAt?: string
}

/** A firm as the company register tells of it: each part only when its source answered. */
export type RegisteredFirm = {
  readonly name: string
  readonly form?: LegalForm
  /** The legal form in the register's words. */
  readonly formName?: string
  readonly address?: Address
  /** False when it is deregistered, bankrupt, in liquidation or not in business. */
  readonly active?: boolean
  /** What goes on with it, or has ended it: "Konkurs" since a day (`YYYY-MM-DD`). */
  readonly proceedings: readonly { readonly name: string; readonly from?: string }[]
}

/** An answer of the company register about a number, and when it was given (instant). One number can hold several firms. */
export type CompanyLookUp = {
  readonly number: string
  readonly at: string
  readonly answer:
    | { readonly kind: 'found'; readonly organisations: readonly RegisteredFirm[] }
    | { readonly kind: 'not-found' | 'unavailable' }
}
