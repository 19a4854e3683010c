import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { VerifiedIdentity } from '../methods/method.ts'
import { isReturned } from '../queries/is-returned.ts'
import '../tables.ts'
import { type Begun, begunColumns, begunOf, openIdentity } from '../transaction.ts'

/** Somebody has shown who they are in this browser, for what they had begun. */
export type TakenIdentity = Begun & {
  /** The municipality's name for the method. */
  readonly method: string
  readonly identity: VerifiedIdentity
}

/**
 * Takes who it is out of the transaction that this browser began: once, and where an app was to lead the browser back, only after it has. So
 * nobody gets in by having somebody else approve what they have begun.
 */
export async function takeIdentity(ctx: Context, browser: string | undefined): Promise<TakenIdentity | undefined> {
  if (!browser) return undefined
  return await inTransaction(actingAs(ctx, system), async ({ db }) => {
    const row = await db
      .selectFrom('identity.eid_transaction')
      .select(['transaction_id', 'method', 'outcome_sealed', ...begunColumns])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('browser_hash', '=', sha256(browser))
      .where('area', '=', 'citizen')
      .where('state', '=', 'done')
      .where('outcome_sealed', 'is not', null)
      .where('purpose', '!=', 'sign')
      .where('expires_at', '>', ctx.clock.now())
      .where(isReturned)
      // Two windows that ask at once would both be logged in: the later waits here, and finds nothing.
      .forUpdate()
      .executeTakeFirst()
    if (!row?.outcome_sealed || !row.method) return undefined
    await db
      .updateTable('identity.eid_transaction')
      .set({ outcome_sealed: null })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('transaction_id', '=', row.transaction_id)
      .execute()
    return {
      method: row.method,
      identity: openIdentity(ctx, row.transaction_id, row.outcome_sealed),
      ...begunOf(row),
    }
  })
}
