import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inReading } from '../../platform/database/transaction.ts'
import '../tables.ts'
import type { Area } from '../tables.ts'
import { type Begun, begunColumns, begunOf } from '../transaction.ts'

/** What was begun last in a browser and isn't done, if anything. */
export async function findBegunLogin(
  ctx: Context,
  area: Area,
  browser: string | undefined,
): Promise<Begun | undefined> {
  if (!browser) return undefined
  const row = await inReading(
    actingAs(ctx, system),
    async ({ db }) =>
      await db
        .selectFrom('identity.eid_transaction')
        .select(begunColumns)
        .where('tenant_id', '=', ctx.tenant.id)
        .where('browser_hash', '=', sha256(browser))
        .where('area', '=', area)
        .where('state', '!=', 'done')
        .where('expires_at', '>', ctx.clock.now())
        .orderBy('created_at', 'desc')
        .executeTakeFirst(),
  )
  return row && begunOf(row)
}
