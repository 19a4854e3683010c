import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { mayReadOwnNotices } from '../policy.ts'
import '../tables.ts'

/** How many notices the logged-in person has not been shown. Throws `not-found` for everybody else. */
export async function countMyUnreadNotices(ctx: Context): Promise<number> {
  const { actor } = ctx
  if (!mayReadOwnNotices(actor)) throw notFound()
  return await inReading(ctx, async ({ db }) => {
    const { count } = await db
      .selectFrom('notices.notice')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('tenant_id', '=', ctx.tenant.id)
      .where('recipient_id', '=', actor.id)
      .where('channel', '=', 'my-pages')
      .where('read_at', 'is', null)
      .executeTakeFirstOrThrow()
    return Number(count)
  })
}
