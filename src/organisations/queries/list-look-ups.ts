import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { type LookUp, ofAsker, openLookUp } from '../look-up.ts'
import { askerOf } from '../policy.ts'
import '../tables.ts'

/** How many look-ups a form is told of, newest first: more than anybody makes in one. */
const mostTold = 20

/** What the company register answered the actor lately, newest first; empty for all who can't ask. */
export async function listLookUps(ctx: Context): Promise<readonly LookUp[]> {
  const asker = askerOf(ctx.actor)
  if (!asker) return []
  const read = async ({ db }: Reading) =>
    await db
      .selectFrom('organisations.look_up')
      .select(['look_up_id', 'sealed', 'asked_at'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where(ofAsker(asker))
      .where('expires_at', '>', ctx.clock.now())
      .orderBy('asked_at', 'desc')
      .limit(mostTold)
      .execute()
  const rows = await inReading(ctx, read)
  return rows.map((row) => openLookUp(ctx, row))
}
