import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import '../tables.ts'

/**
 * Whether what the actor sends must be protected: they are, by now or when their session began, or the register couldn't be asked about them.
 * It stays so until the transaction ends: who is marked as protected meanwhile is marked after it, and then the trigger sees what was sent
 * (0030). Locks the person's row, so it comes before any lock on a case of theirs. False for who isn't logged in.
 */
export async function holdProtection(ctx: Context, tx: Transaction): Promise<boolean> {
  return ctx.actor.kind === 'citizen' && (await holdProtectionOf(ctx, tx, [ctx.actor.id]))
}

/** The same of several who send together, the actor among them or not. In role `system` when there are others than the actor. */
export async function holdProtectionOf(
  { actor, tenant }: Context,
  { db }: Transaction,
  personIds: readonly string[],
): Promise<boolean> {
  const persons = await db
    .selectFrom('people.person')
    .select(['protected_identity', 'unchecked'])
    .where('tenant_id', '=', tenant.id)
    .where('person_id', 'in', [...personIds])
    // In one order, so that two who send with each other's names never wait for each other.
    .orderBy('person_id')
    // Not `for share`: two who hold it at once, and then keep their own details, would wait for each other.
    .forNoKeyUpdate()
    .execute()
  if (persons.length < new Set(personIds).size) throw new Error('Somebody who sends is not known')
  return (
    (actor.kind === 'citizen' && actor.protectedIdentity) ||
    persons.some((person) => person.protected_identity || person.unchecked)
  )
}
