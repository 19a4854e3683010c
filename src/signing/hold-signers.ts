import { holdProtectionOf } from '../people/public.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import './tables.ts'

/**
 * Whether one of several who sign a draft has protected identity by now, or nobody could ask about them; it stays so until the transaction, which is in role
 * `system`, ends. False where the applicant signs alone. It comes before the draft's lock: a login that marks somebody as protected holds the person first, and then
 * opens the draft again.
 */
export async function holdSigners(ctx: Context, tx: Transaction, draft: string): Promise<boolean> {
  const parties = await tx.db
    .selectFrom('signing.party')
    .select(['person_id', 'position'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .execute()
  if (parties.every(({ position }) => position === 0)) return false
  const persons = new Set(parties.flatMap(({ person_id }) => person_id ?? []))
  return await holdProtectionOf(ctx, tx, [...persons])
}
