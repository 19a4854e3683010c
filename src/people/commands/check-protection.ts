import { type Actor, system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading, inTransaction } from '../../platform/database/transaction.ts'
import type { PopulationRegisters } from '../population-register/population-register.ts'
import { lookUpLatest } from '../queries/consult-register.ts'
import { findOwnNumber } from '../queries/find-own-number.ts'
import { recognisePerson } from './recognise-person.ts'

/**
 * Asks the population register again, when a logged-in person sends something, whether they have protected identity by now, and answers them as
 * they are. What is stored of who has become protected is taken away, and the database tells their sessions and cases. When the
 * register fails it stands as it was at the login. Never inside a transaction.
 */
export async function checkProtection(ctx: Context, registers: PopulationRegisters): Promise<Actor> {
  const { actor } = ctx
  if (actor.kind !== 'citizen' || actor.protectedIdentity) return actor
  const register = await registers.of(ctx)
  const number = register && (await inReading(ctx, async (tx) => await findOwnNumber(ctx, tx)))
  if (!number || (await lookUpLatest(register, number)).kind !== 'protected') return actor
  const asSystem = actingAs(ctx, system)
  await inTransaction(
    asSystem,
    async (tx) =>
      await recognisePerson(asSystem, tx, { scheme: 'swedish-number', number, facts: undefined, certain: true }),
  )
  return { ...actor, protectedIdentity: true }
}
