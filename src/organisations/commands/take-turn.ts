import { sql } from 'kysely'
import { system } from '../../platform/actor.ts'
import { later, seconds } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Asker } from '../policy.ts'
import '../tables.ts'

/** Milliseconds until a turn that was taken is free again: 40 a minute in the long run. */
const freeAfter = seconds(1.5)

/**
 * How many turns can be taken at once. With the 40 that come free meanwhile that is 58 in any minute: Bolagsverket allows 60, and one that
 * finds its token revoked asks twice. Visitors leave half of them: a cookie costs nothing, and whoever collects cookies must not stop those
 * who have logged in.
 */
const atOnce: Readonly<Record<Asker['kind'], number>> = { person: 18, visitor: 9 }

/** Takes one of the turns that the whole installation has at the company register; false when none is free for such an asker. */
export async function takeTurn(ctx: Context, { kind }: Asker): Promise<boolean> {
  const now = ctx.clock.now()
  return await inTransaction(actingAs(ctx, system), async ({ db }) => {
    // One statement, since others may take a turn at once: each waits for the row, and then looks at it anew.
    const { numUpdatedRows } = await db
      .updateTable('organisations.register_turn')
      .set({ all_free_at: sql`greatest(all_free_at, ${now}) + make_interval(secs => ${freeAfter / 1000})` })
      .where('register', '=', 'company-register')
      .where('all_free_at', '<=', later(now, (atOnce[kind] - 1) * freeAfter))
      .executeTakeFirst()
    return numUpdatedRows > 0
  })
}
