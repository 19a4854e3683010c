import { type Actor, system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading, inTransaction } from '../../platform/database/transaction.ts'
import type { PopulationRegisters } from '../population-register/population-register.ts'
import { consultRegister } from '../queries/consult-register.ts'
import { findOwnNumber } from '../queries/find-own-number.ts'
import { isUnchecked } from '../queries/is-unchecked.ts'
import { recognisePerson } from './recognise-person.ts'

/**
 * Asks the population register again, when a logged-in person sends something, whether they have protected identity by now, and answers them as
 * they are. What is stored of who has become protected is taken away, and the database tells their sessions and cases. Of whom the register
 * couldn't be asked at the login, all is kept that it says now. When it fails it stands as it was at the login. Never inside a transaction.
 */
export async function checkProtection(ctx: Context, registers: PopulationRegisters): Promise<Actor> {
  const { actor } = ctx
  if (actor.kind !== 'citizen' || actor.protectedIdentity) return actor
  const register = await registers.of(ctx)
  if (!register) return actor
  const own = await inReading(ctx, async (tx) => ({
    number: await findOwnNumber(ctx, tx),
    unchecked: await isUnchecked(ctx, tx, actor.id),
  }))
  if (own.number === undefined) return actor
  const claimed = { scheme: 'swedish-number', number: own.number, facts: {} } as const
  const identification = await consultRegister(ctx, { of: async () => register }, claimed)
  const isAnswer = identification.facts === undefined || (own.unchecked && !identification.unchecked)
  if (!isAnswer) return actor
  const asSystem = actingAs(ctx, system)
  const { protectedIdentity } = await inTransaction(
    asSystem,
    async (tx) => await recognisePerson(asSystem, tx, identification),
  )
  return { ...actor, protectedIdentity }
}
