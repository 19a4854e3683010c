import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import '../tables.ts'

/**
 * Whether what the actor sends must be protected: they are, by now or when their session began, or the register couldn't be asked about them.
 * It stays so until the transaction ends: who is marked as protected meanwhile is marked after it, and then the trigger sees what was sent
 * (0030). Locks the person's row, so it comes before any lock on a case of theirs. False for who isn't logged in.
 */
export async function holdProtection({ actor, tenant }: Context, { db }: Transaction): Promise<boolean> {
  if (actor.kind !== 'citizen') return false
  const person = await db
    .selectFrom('people.person')
    .select(['protected_identity', 'unchecked'])
    .where('tenant_id', '=', tenant.id)
    .where('person_id', '=', actor.id)
    // Not `for share`: two who hold it at once, and then keep their own details, would wait for each other.
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return actor.protectedIdentity || person.protected_identity || person.unchecked
}
