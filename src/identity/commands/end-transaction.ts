import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Failure, VerifiedIdentity } from '../methods/method.ts'
import '../tables.ts'
import type { SigningOutcome } from '../signing.ts'
import type { TransactionState } from '../tables.ts'
import { sealIdentity, sealOutcome } from '../transaction.ts'

/** How a transaction ends: with who it is, with a signature, with why there is neither, or in the same request as its answer came. */
export type End =
  /** With `returnSecret` the identity is given only to the browser that has been led back with it, and a signature counts only then. */
  | { readonly identity: VerifiedIdentity; readonly returnSecret?: string }
  | { readonly outcome: SigningOutcome; readonly returnSecret?: string }
  | { readonly failure: Failure }
  | 'entered'

/** Ends a transaction that is under way, once; answers whether it was. What went wrong is logged by its code, without a word of whom. */
export async function endTransaction(ctx: Context, id: string, end: End): Promise<boolean> {
  if (end !== 'entered' && 'failure' in end) logFailure(ctx, end.failure)
  return await inTransaction(actingAs(ctx, system), async ({ db }) => {
    const ended = await db
      .updateTable('identity.eid_transaction')
      .set({ ...columnsOf(ctx, id, end), kept_sealed: null })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('transaction_id', '=', id)
      .where('state', 'in', ['created', 'started', 'waiting'])
      .executeTakeFirst()
    return ended.numUpdatedRows > 0n
  })
}

const columnsOf = (ctx: Context, id: string, end: End) => {
  if (end === 'entered') return { state: 'done' } as const
  if ('failure' in end) {
    return { state: stateAfter(end.failure), failure: end.failure.code, reason: end.failure.reason } as const
  }
  const { returnSecret } = end
  return {
    state: 'done',
    outcome_sealed: 'outcome' in end ? sealOutcome(ctx, id, end.outcome) : sealIdentity(ctx, id, end.identity),
    ...(returnSecret !== undefined && { return_hash: sha256(returnSecret) }),
  } as const
}

const stateAfter = ({ reason }: Failure): TransactionState =>
  reason === 'cancelled' || reason === 'expired' ? reason : 'failed'

/** Tells operators why nobody was identified. What the person chose or missed is nothing to look at. */
export function logFailure(ctx: Context, { code, reason }: Failure): void {
  if (reason === 'cancelled' || reason === 'expired' || reason === 'start-failed') return
  ctx.log.warn({ code, reason }, 'nobody was identified')
}
