import type { ChildFacts } from '../../forms/facts.ts'
import { ageOn } from '../../forms/rules/age.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { hmac } from '../../platform/cryptography/sealing.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { silentLog } from '../../platform/log.ts'
import type { Address } from '../person.ts'
import type {
  PopulationRegister,
  PopulationRegisters,
  RegisteredPerson,
} from '../population-register/population-register.ts'
import { lookUpLatest } from './consult-register.ts'
import { findOwnNumber } from './find-own-number.ts'

/** Guardianship ends at this age (Föräldrabalken 6:2). */
const adult = 18

/** The children of a person; not whole when there may be more, or more to tell of them. `children` is undefined when nothing is known. */
export type OwnChildren = { readonly children: readonly ChildFacts[] | undefined; readonly isWhole: boolean }

/** What is told where nothing can be. */
export const nothingKnown: OwnChildren = { children: undefined, isWhole: false }

/**
 * The children whom the logged-in person is a guardian of, oldest first, fetched from the population register and stored nowhere. Nothing is
 * known of them when the register fails or doesn't know the person, or the person has protected identity. A child is left out when it is
 * protected or the register fails for it alone, so that these look the same (B1.4); so is one whose own guardians, as the register has
 * them, don't include the person.
 */
export async function listOwnChildren(ctx: Context, registers: PopulationRegisters): Promise<OwnChildren> {
  const { actor } = ctx
  if (actor.kind !== 'citizen' || actor.protectedIdentity) return nothingKnown
  // The register's faults are not logged here: nobody who reads the log shall tell them from protection. They are at each login.
  const register = await registers.of({ ...ctx, log: silentLog })
  if (!register) return nothingKnown
  const number = await inReading(ctx, async (tx) => await findOwnNumber(ctx, tx))
  if (!number) return nothingKnown
  const self = await lookUpLatest(register, number)
  if (self.kind !== 'found') return nothingKnown

  // Each child's guardians as soon as the child is known: so the whole takes three look-ups' time, however many children there are.
  const found = await Promise.all(
    self.person.guardianFor.map(async (child) => {
      const answer = await register.lookUp(child)
      return answer.kind === 'found' ? await toldChild(ctx, register, self.person, answer.person) : left
    }),
  )
  return {
    children: found
      .flatMap(({ child }) => child ?? [])
      .toSorted((a, b) => (a.birthDate + a.number < b.birthDate + b.number ? -1 : 1)),
    isWhole: found.every(({ isWhole }) => isWhole),
  }
}

/** What can be told of one of the children: nothing of one that isn't, or isn't any more, a child of the guardian's. */
type Told = { readonly child?: ChildFacts; readonly isWhole: boolean }

/** A child that nothing can be told of. */
const left: Told = { isWhole: false }

async function toldChild(
  ctx: Context,
  register: PopulationRegister,
  guardian: RegisteredPerson,
  child: RegisteredPerson,
): Promise<Told> {
  const { number, birthDate } = child
  if (child.deregistered || !birthDate || !child.guardians.includes(guardian.number)) return { isWhole: true }
  const age = ageOn(birthDate, dayIn(ctx.tenant.timeZone, ctx.clock.now()))
  if (age >= adult) return { isWhole: true }
  const others = await livingOf(
    register,
    child.guardians.filter((other) => other !== guardian.number),
  )
  const otherGuardians = others && toldGuardians(others)
  const givenName = child.givenName ?? ctx.texts.t('people.child.no-name')
  const sameAddress = isSame(child.address, guardian.address)
  const told = {
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
  return { child: told, isWhole: otherGuardians !== undefined }
}

/** Guardians, without those who are dead; undefined when one can't be told: protected, unknown to the register, or it fails. */
async function livingOf(
  register: PopulationRegister,
  numbers: readonly (string | undefined)[],
): Promise<readonly RegisteredPerson[] | undefined> {
  const answers = await Promise.all(
    numbers.map(async (number) => (number === undefined ? undefined : await register.lookUp(number))),
  )
  const found = answers.flatMap((answer) => (answer?.kind === 'found' ? [answer.person] : []))
  return found.length === answers.length ? found.filter(({ deregistered }) => deregistered !== 'AV') : undefined
}

/** By name and number; undefined when somebody has no name. */
function toldGuardians(persons: readonly RegisteredPerson[]): ChildFacts['otherGuardians'] {
  const told = persons.map(({ givenName, surname, number }) => ({
    name: [givenName, surname].filter(Boolean).join(' '),
    number,
  }))
  return told.some(({ name }) => name === '') ? undefined : told
}

const isSame = (one: Address | undefined, other: Address | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  [one.careOf, one.street, one.postalCode, one.city].join('\n').toLowerCase() ===
    [other.careOf, other.street, other.postalCode, other.city].join('\n').toLowerCase()
