import { birthDateOf } from '../../forms/formats/identity-number.ts'
import type { Context } from '../../platform/context.ts'
import type { Claimed, Identification, KnownFacts } from '../identification.ts'
import type { PopulationRegisters, RegisteredPerson } from '../population-register/population-register.ts'

/**
 * Asks the population register, once, about somebody who has just identified themselves. The register's facts replace the login's, and its
 * mark of protection counts as the login's does. When it can't be asked only the name of the login is left: an address that
 * nobody has checked is not shown (fail closed). Never inside a transaction: the register may take seconds.
 */
export async function consultRegister(
  ctx: Context,
  registers: PopulationRegisters,
  claimed: Claimed,
): Promise<Identification> {
  const identity = { scheme: claimed.scheme, number: claimed.number }
  const { facts } = claimed
  if (!facts) return { ...identity, facts: undefined, certain: true }
  const fromLogin: KnownFacts = {
    from: 'login',
    givenName: facts.givenName,
    surname: facts.surname,
    address: facts.address,
    birthDate: claimed.scheme === 'swedish-number' ? birthDateOf(claimed.number) : undefined,
    municipalityCode: undefined,
  }
  const register = claimed.scheme === 'swedish-number' ? await registers.of(ctx) : undefined
  if (!register) return { ...identity, facts: fromLogin, certain: true }
  const answer = await register.lookUp(claimed.number)
  switch (answer.kind) {
    case 'found':
      return { ...identity, facts: factsOf(answer.person), certain: true }
    case 'protected':
      return { ...identity, facts: undefined, certain: true }
    case 'not-found':
      return { ...identity, facts: fromLogin, certain: true }
    case 'unavailable':
      return { ...identity, facts: { ...fromLogin, address: undefined, birthDate: undefined }, certain: false }
  }
}

/** Somebody deregistered lives nowhere that the register still answers for. */
const factsOf = (person: RegisteredPerson): KnownFacts => ({
  from: 'population-register',
  givenName: person.givenName,
  surname: person.surname,
  address: person.deregistered ? undefined : person.address,
  birthDate: person.birthDate,
  municipalityCode: person.deregistered ? undefined : person.municipalityCode,
})
