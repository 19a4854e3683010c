import type { ReadFacts } from '../drafts/public.ts'
import type { PersonFacts } from '../forms/facts.ts'
import { ageOn } from '../forms/rules/age.ts'
import { readLookUpFacts, readOrganisationFacts } from '../organisations/public.ts'
import {
  findOwnNumber,
  findOwnPerson,
  nameOf,
  ownChildrenReader,
  type Person,
  type PopulationRegisters,
  type SetLimit,
} from '../people/public.ts'
import { dayIn } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { inReading } from '../platform/database/transaction.ts'
import { getTenant } from '../tenants/public.ts'

/** Answers what a form asks to know of the person who fills it in, and nothing more. The register is asked only when a form needs children. */
export const factsReader = (registers: PopulationRegisters, setLimit?: SetLimit): ReadFacts => {
  const readOwnChildren = ownChildrenReader(registers, setLimit)
  return async (ctx, needed) => {
    const today = dayIn(ctx.tenant.timeZone, ctx.clock.now())
    const person = needed.has('person') ? await findOwnPerson(ctx) : undefined
    const children = needed.has('children') ? await readOwnChildren(ctx) : undefined
    const asksNumber = needed.has('ownNumber') || needed.has('withoutNumber')
    const ownNumber = asksNumber ? await readOwnNumber(ctx) : undefined
    const { actor } = ctx
    // Of a protected person nothing is told apart from a register that fails (B1.4).
    const withoutNumber = actor.kind === 'citizen' && !actor.protectedIdentity && ownNumber === undefined
    const organisations = needed.has('organisations') ? await readOrganisationFacts(ctx) : undefined
    const companyLookUps = needed.has('companyLookUps') ? await readLookUpFacts(ctx) : undefined
    return {
      today,
      ...(person && { person: await personFacts(ctx, person, today) }),
      ...(needed.has('ownNumber') && ownNumber !== undefined && { ownNumber }),
      ...(needed.has('withoutNumber') && withoutNumber && { withoutNumber }),
      ...(children && { children }),
      ...(organisations && { organisations }),
      ...(companyLookUps && { companyLookUps }),
    }
  }
}

const readOwnNumber = async (ctx: Context): Promise<string | undefined> =>
  await inReading(ctx, async (tx) => await findOwnNumber(ctx, tx))

async function personFacts(ctx: Context, person: Person, today: string): Promise<PersonFacts> {
  const name = nameOf(person)
  const { address, email, phone, birthDate, municipalityCode, fetched } = person
  return {
    ...(name && { name }),
    ...(address && { address }),
    ...(email && { email }),
    ...(phone && { phone }),
    ...(fetched && name && { fetched: { at: fetched.at.toISOString(), from: fetched.from } }),
    ...(birthDate && { age: ageOn(birthDate, today) }),
    ...(municipalityCode && {
      municipality: municipalityCode,
      livesHere: municipalityCode === (await getTenant(ctx)).municipalityCode,
    }),
  }
}
