import type { ChildFacts } from '../../forms/facts.ts'
import { ageOn } from '../../forms/rules/age.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { hmac } from '../../platform/cryptography/sealing.ts'
import { inReading } from '../../platform/database/transaction.ts'
import type { Address } from '../person.ts'
import type {
  PopulationRegister,
  PopulationRegisters,
  RegisteredPerson,
} from '../population-register/population-register.ts'
import { findOwnNumber } from './find-own-number.ts'

/** Guardianship ends at this age (Föräldrabalken 6:2). */
const adult = 18

/**
 * The children whom the logged-in person is a guardian of, oldest first, fetched from the population register and stored nowhere. Undefined
 * when they can't all be told: the register fails or doesn't know the person, or the person has protected identity. A child with
 * protected identity is left out; so is one whose own guardians, as the register has them, don't include the person.
 */
export async function listOwnChildren(
  ctx: Context,
  registers: PopulationRegisters,
): Promise<readonly ChildFacts[] | undefined> {
  const { actor } = ctx
  if (actor.kind !== 'citizen' || actor.protectedIdentity) return undefined
  const register = await registers.of(ctx)
  if (!register) return undefined
  const number = await inReading(ctx, async (tx) => await findOwnNumber(ctx, tx))
  if (!number) return undefined
  const self = await register.lookUp(number)
  if (self.kind !== 'found') return undefined

  const answers = await Promise.all(self.person.guardianFor.map((child) => register.lookUp(child)))
  if (answers.some(({ kind }) => kind === 'unavailable')) return undefined
  const children = await Promise.all(
    answers.map(async (answer) =>
      answer.kind === 'found' ? await childFacts(ctx, register, self.person, answer.person) : undefined,
    ),
  )
  return children
    .filter((child) => child !== undefined)
    .toSorted((a, b) => (a.birthDate + a.number < b.birthDate + b.number ? -1 : 1))
}

/** Undefined for one who isn't, or isn't any more, a child of the guardian's. */
async function childFacts(
  ctx: Context,
  register: PopulationRegister,
  guardian: RegisteredPerson,
  child: RegisteredPerson,
): Promise<ChildFacts | undefined> {
  const { number, birthDate } = child
  if (child.deregistered || !birthDate || !child.guardians.includes(guardian.number)) return undefined
  const age = ageOn(birthDate, dayIn(ctx.tenant.timeZone, ctx.clock.now()))
  if (age >= adult) return undefined
  const others = await livingOf(
    register,
    child.guardians.filter((other) => other !== guardian.number),
  )
  const otherGuardians = others && namesOf(others)
  const givenName = child.givenName ?? ctx.texts.t('people.child.no-name')
  const sameAddress = isSame(child.address, guardian.address)
  return {
    id: hmac(ctx.vault.tenantKey(ctx.tenant.id, 'find'), `child:${number}`).toString('base64url'),
    number,
    givenName,
    name: [givenName, child.surname].filter(Boolean).join(' '),
    birthDate,
    age,
    // Where a child lives otherwise can be where a guardian lives whose data is protected.
    ...(child.address && (sameAddress || otherGuardians) && { address: child.address }),
    sameAddress,
    ...(otherGuardians && {
      otherGuardians,
      guardiansTogether: others.every(({ address }) => isSame(address, guardian.address)),
    }),
  }
}

/** Guardians, without those who are dead; undefined when one can't be told: protected, unknown to the register, or it fails. */
async function livingOf(
  register: PopulationRegister,
  numbers: readonly (string | undefined)[],
): Promise<readonly RegisteredPerson[] | undefined> {
  const living: RegisteredPerson[] = []
  for (const number of numbers) {
    const answer = number ? await register.lookUp(number) : undefined
    if (answer?.kind !== 'found') return undefined
    if (answer.person.deregistered !== 'AV') living.push(answer.person)
  }
  return living
}

/** Undefined when somebody has none. */
function namesOf(persons: readonly RegisteredPerson[]): readonly { readonly name: string }[] | undefined {
  const names = persons.map(({ givenName, surname }) => ({ name: [givenName, surname].filter(Boolean).join(' ') }))
  return names.some(({ name }) => name === '') ? undefined : names
}

const isSame = (one: Address | undefined, other: Address | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  [one.careOf, one.street, one.postalCode, one.city].join('\n').toLowerCase() ===
    [other.careOf, other.street, other.postalCode, other.city].join('\n').toLowerCase()
