import { system } from '../../platform/actor.ts'
import { later, seconds } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import '../tables.ts'
import { isReturned } from './is-returned.ts'

/** So long the browser that began has a signature to itself. A job that comes in between does no harm: `SigningPort.finish` is for several. */
const leftToTheBrowser = seconds(30)

/** How many are listed at a time; the rest is there the next time. */
const atOnce = 100

/** A signature that nobody has put with what was signed. */
export type Finishable = {
  readonly transaction: string
  /** How often a job has tried. */
  readonly attempts: number
}

/**
 * Signatures whose browser was closed, or the process killed, and whose turn it is: those that haven't been tried first, so that one that fails is in nobody's
 * way, then the oldest. What each says is for `takeFinishable`: one that can't be read is found here as the others are.
 */
export async function listFinishable(ctx: Context): Promise<readonly Finishable[]> {
  const now = ctx.clock.now()
  const rows = await inReading(
    actingAs(ctx, system),
    async ({ db }) =>
      await db
        .selectFrom('identity.eid_transaction')
        .select(['transaction_id', 'finish_attempts'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('purpose', '=', 'sign')
        .where('outcome_sealed', 'is not', null)
        .where('created_at', '<=', later(now, -leftToTheBrowser))
        .where(isReturned)
        .where((is) => is.or([is('finish_after', 'is', null), is('finish_after', '<=', now)]))
        .orderBy('finish_attempts')
        .orderBy('created_at')
        .limit(atOnce)
        .execute(),
  )
  return rows.map(({ transaction_id: transaction, finish_attempts: attempts }) => ({ transaction, attempts }))
}
