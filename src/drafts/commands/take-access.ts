import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** Ends that anybody but its owner reads a draft; in a transaction in the role `system`. */
export async function takeAccess(ctx: Context, { db }: Transaction, draft: string): Promise<void> {
  await db.deleteFrom('drafts.access').where('tenant_id', '=', ctx.tenant.id).where('draft_id', '=', draft).execute()
}
