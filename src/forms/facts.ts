/** What a question may be told about the outside world when it is prefilled, shown or validated. */
export type Facts = {
  /** The day in the municipality, as `YYYY-MM-DD`. */
  readonly today: string
  /** Who is logged in; undefined for a visitor. */
  readonly person?: PersonFacts
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
