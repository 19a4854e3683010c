import type { ReadFacts } from '../drafts/public.ts'
import type { PersonFacts } from '../forms/facts.ts'
import { readLookUpFacts, readOrganisationFacts } from '../organisations/public.ts'
import {
  ageOn,
  findOwnPerson,
  listOwnChildren,
  nameOf,
  type Person,
  type PopulationRegisters,
} from '../people/public.ts'
import { dayIn } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { getTenant } from '../tenants/public.ts'

/** Answers what a form asks to know of the person who fills it in, and nothing more. The register is asked only when a form needs children. */
export const factsReader =
  (registers: PopulationRegisters): ReadFacts =>
  async (ctx, needed, tx) => {
    const today = dayIn(ctx.tenant.timeZone, ctx.clock.now())
    const person = needed.has('person') ? await findOwnPerson(ctx, tx) : undefined
    const children = needed.has('children') ? await listOwnChildren(ctx, registers, tx) : undefined
    const organisations = needed.has('organisations') ? await readOrganisationFacts(ctx, tx) : undefined
    const companyLookUps = needed.has('companyLookUps') ? await readLookUpFacts(ctx, tx) : undefined
    return {
      today,
      ...(person && { person: await personFacts(ctx, person, today) }),
      ...(children && { children }),
      ...(organisations && { organisations }),
      ...(companyLookUps && { companyLookUps }),
    }
  }

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
