import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { endSessions } from '../end-sessions.ts'
import '../tables.ts'

/** Ends another of the person's own sessions. Throws `not-found` for one that isn't theirs; one that has ended already stays so. */
export async function endOwnSession(ctx: Context, session: string): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') throw notFound()
  await inTransaction(actingAs(ctx, system), async (tx) => {
    const own = await tx.db
      .selectFrom('identity.session')
      .select('session_id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', actor.id)
      .where('session_id', '=', session)
      .executeTakeFirst()
    if (!own) throw notFound()
    await endSessions(ctx, tx, { how: 'from-list', owner: actor, session })
  })
}
