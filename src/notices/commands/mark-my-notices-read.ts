import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { mayReadOwnNotices } from '../policy.ts'
import '../tables.ts'

/** Marks notices as read, by their events: those that were shown, so that one that came meanwhile stays new. Throws `not-found` for others than citizens. */
export async function markMyNoticesRead(ctx: Context, eventIds: readonly string[]): Promise<void> {
  const { actor } = ctx
  if (!mayReadOwnNotices(actor)) throw notFound()
  if (eventIds.length === 0) return
  await inTransaction(ctx, async ({ db }) => {
    await db
      .updateTable('notices.notice')
      .set({ read_at: ctx.clock.now() })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('recipient_id', '=', actor.id)
      .where('channel', '=', 'my-pages')
      .where('event_id', 'in', eventIds)
      .where('read_at', 'is', null)
      .execute()
  })
}
