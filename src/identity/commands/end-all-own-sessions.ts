import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { endSessions } from '../end-sessions.ts'
import '../tables.ts'

/**
 * "Logga ut överallt": ends all sessions of the person in this municipality, this one too, and throws away what they had sent and not finished.
 * A request under way finds either its session or nothing: what it would still keep for them waits for the session's row.
 */
export async function endAllOwnSessions(ctx: Context): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') throw notFound()
  await inTransaction(actingAs(ctx, system), async (tx) => {
    await endSessions(ctx, tx, { how: 'everywhere', owner: actor })
    await tx.db
      .deleteFrom('identity.interrupted_post')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', actor.id)
      .execute()
  })
}
