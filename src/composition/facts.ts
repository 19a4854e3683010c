import type { FactName, Facts, PersonFacts } from '../forms/facts.ts'
import { findOwnPerson, nameOf, type Person } from '../people/public.ts'
import { dayIn } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Reading } from '../platform/database/transaction.ts'

/** Answers what a form asks to know of the person who fills it in, and nothing more. */
export async function readFacts(
  ctx: Context,
  needed: ReadonlySet<FactName> = new Set(['person']),
  tx?: Reading,
): Promise<Facts> {
  const today = dayIn(ctx.tenant.timeZone, ctx.clock.now())
  if (!needed.has('person')) return { today }
  const person = await findOwnPerson(ctx, tx)
  return person ? { today, person: personFacts(person) } : { today }
}

function personFacts(person: Person): PersonFacts {
  const name = nameOf(person)
  return {
    ...(name && { name }),
    ...(person.address && { address: person.address }),
    ...(person.email && { email: person.email }),
    ...(person.phone && { phone: person.phone }),
    ...(person.fetchedAt && name && { fetched: { at: person.fetchedAt.toISOString(), from: 'login' as const } }),
  }
}
