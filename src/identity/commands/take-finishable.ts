import { system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Finishable } from '../queries/list-finishable.ts'
import type { SigningOutcome } from '../signing.ts'
import '../tables.ts'
import { openOutcome } from '../transaction.ts'

/** Milliseconds between two attempts at the most. */
const longestWait = minutes(60)

/** Milliseconds until the next attempt: none after the first, since most that fails does so once; then 1, 3, 7 … minutes. */
const waitAfter = (attempt: number): number => Math.min(minutes(2 ** (attempt - 1) - 1), longestWait)

/**
 * Takes a signature to put it with what was signed. The attempt is counted before it is made, so that one which kills the process waits, too. Undefined when it has been
 * put, or taken, since it was listed. Throws for one that can't be read.
 */
export async function takeFinishable(
  ctx: Context,
  { transaction, attempts }: Finishable,
): Promise<SigningOutcome | undefined> {
  const now = ctx.clock.now()
  const row = await inTransaction(
    actingAs(ctx, system),
    async ({ db }) =>
      await db
        .updateTable('identity.eid_transaction')
        .set({ finish_attempts: attempts + 1, finish_after: later(now, waitAfter(attempts + 1)) })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('transaction_id', '=', transaction)
        .where('purpose', '=', 'sign')
        .where('outcome_sealed', 'is not', null)
        // Another worker that has listed it, too, has taken it before.
        .where('finish_attempts', '=', attempts)
        .returning('outcome_sealed')
        .executeTakeFirst(),
  )
  return row?.outcome_sealed ? openOutcome(ctx, transaction, row.outcome_sealed) : undefined
}
