import { system } from '../../platform/actor.ts'
import { later, seconds } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import type { SigningOutcome } from '../signing.ts'
import '../tables.ts'
import { openOutcome } from '../transaction.ts'

/** So long the browser that began has a signature to itself. A job that comes in between does no harm: `SigningPort.finish` is for several. */
const leftToTheBrowser = seconds(30)

/** How many are read at a time; the rest is there the next time. */
const atOnce = 100

/** Signatures that nobody has put with what was signed, the oldest first: their browser was closed, or the process killed. */
export async function readFinishable(
  ctx: Context,
): Promise<readonly { readonly transaction: string; readonly outcome: SigningOutcome }[]> {
  const rows = await inReading(
    actingAs(ctx, system),
    async ({ db }) =>
      await db
        .selectFrom('identity.eid_transaction')
        .select(['transaction_id', 'outcome_sealed'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('purpose', '=', 'sign')
        .where('outcome_sealed', 'is not', null)
        .where('created_at', '<=', later(ctx.clock.now(), -leftToTheBrowser))
        .orderBy('created_at')
        .limit(atOnce)
        .execute(),
  )
  return rows.flatMap(({ transaction_id: transaction, outcome_sealed: sealed }) =>
    sealed ? [{ transaction, outcome: openOutcome(ctx, transaction, sealed) }] : [],
  )
}
