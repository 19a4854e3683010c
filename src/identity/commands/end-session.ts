import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { endSessions } from '../end-sessions.ts'

/** Ends the session that the request came with, if any: its person has logged out, or has logged in anew. */
export async function endSession(ctx: Context, how: 'logged-out' | 'renewed' = 'logged-out'): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'citizen' && actor.kind !== 'staff') return
  await inTransaction(actingAs(ctx, system), async (tx) => {
    await endSessions(ctx, tx, { how, owner: actor, session: actor.sessionId })
  })
}
