import { birthDateOf } from '../../forms/formats/identity-number.ts'
import type { Context } from '../../platform/context.ts'
import type { Claimed, Identification, KnownFacts } from '../identification.ts'
import type {
  LookUp,
  PopulationRegister,
  PopulationRegisters,
  RegisteredPerson,
} from '../population-register/population-register.ts'

/**
 * Asks the population register, once, about somebody who has just identified themselves. The register's facts replace the login's, and its
 * mark of protection counts as the login's does. A number that another has taken the place of is followed to it. When the register can't be
 * asked nothing is left, not even the name of the login (fails closed). Who has no Swedish number is known by the login alone. That somebody
 * isn't protected any more is certain by the register's word on a number in use, or by the login's where the register has none; nobody knows
 * it of a PRID. Never inside a transaction: the register may take seconds.
 */
export async function consultRegister(
  ctx: Context,
  registers: PopulationRegisters,
  claimed: Claimed,
): Promise<Identification> {
  const { facts, protection, ...identity } = claimed
  if (!facts) return protectedAs(claimed, [])
  const saysNo = claimed.scheme === 'swedish-number' && protection === 'no'
  const birthDate = claimed.scheme === 'swedish-number' ? birthDateOf(claimed.number) : undefined
  const fromLogin: KnownFacts = {
    from: 'login',
    givenName: facts.givenName,
    surname: facts.surname,
    address: facts.address,
    birthDate: birthDate ?? facts.birthDate,
    municipalityCode: undefined,
  }
  const register = claimed.scheme === 'swedish-number' ? await registers.of(ctx) : undefined
  if (!register) return { ...identity, facts: fromLogin, certain: saysNo }
  const answer = await lookUpLatest(register, claimed.number)
  switch (answer.kind) {
    case 'found':
      return {
        ...identity,
        ...numbersOf(claimed, answer.person),
        facts: factsOf(answer.person),
        certain: answer.person.laterNumber === undefined,
      }
    case 'protected':
      return protectedAs(claimed, answer.others ?? [])
    case 'not-found':
      return { ...identity, facts: fromLogin, certain: saysNo }
    case 'unavailable':
      return { ...identity, facts: nothing, certain: false, unchecked: true }
  }
}

const nothing: KnownFacts = {
  from: 'login',
  givenName: undefined,
  surname: undefined,
  address: undefined,
  birthDate: undefined,
  municipalityCode: undefined,
}

/** What ties somebody protected to who they were before may be the very thing to hide: those are protected, and not linked. */
function protectedAs(claimed: Claimed, others: readonly string[]): Identification {
  const { earlierNumbers = [], protection: _lifted, ...itself } = claimed
  const also = [...new Set([...earlierNumbers, ...others])].filter((other) => other !== claimed.number)
  return { ...itself, facts: undefined, certain: true, ...(also.length > 0 && { alsoProtected: also }) }
}

/** Looks a number up, and the one that has taken its place; what isn't found there leaves the old answer. */
export async function lookUpLatest(register: PopulationRegister, number: string): Promise<LookUp> {
  const answer = await register.lookUp(number)
  if (answer.kind !== 'found' || answer.person.laterNumber === undefined) return answer
  const later = answer.person.laterNumber
  const latest = await register.lookUp(later)
  if (latest.kind === 'protected') return { ...latest, others: [later, ...(latest.others ?? [])] }
  return latest.kind === 'not-found' ? answer : latest
}

/** The number that the register knows somebody by now, and those before it. */
function numbersOf({ number, earlierNumbers = [] }: Claimed, person: RegisteredPerson) {
  const all = [number, ...earlierNumbers, ...(person.earlierNumber === undefined ? [] : [person.earlierNumber])]
  return { number: person.number, earlierNumbers: [...new Set(all)].filter((earlier) => earlier !== person.number) }
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
