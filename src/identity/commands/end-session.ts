import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import '../events.ts'
import '../tables.ts'

/** Ends the session that the request came with, if any. */
export async function endSession(ctx: Context): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'citizen' && actor.kind !== 'staff') return
  await inTransaction(actingAs(ctx, system), async ({ db, record }) => {
    await db
      .updateTable('identity.session')
      .set({ ended_at: ctx.clock.now() })
      .where('tenant_id', '=', ctx.tenant.id)
      .where(actor.kind === 'citizen' ? 'person_id' : 'staff_id', '=', actor.id)
      .where('session_id', '=', actor.sessionId)
      .execute()
    record({ type: 'session.ended', subject: actor.id, data: { area: actor.kind } })
  })
}
