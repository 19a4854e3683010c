import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** Forgets what has come of a transaction that signs, in the transaction (role `system`) that puts it with what was signed, or refuses it for good. */
export async function clearOutcome(ctx: Context, { db }: Transaction, transaction: string): Promise<void> {
  await db
    .updateTable('identity.eid_transaction')
    .set({ outcome_sealed: null })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('transaction_id', '=', transaction)
    .where('purpose', '=', 'sign')
    .execute()
}
