import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** Whether a draft changes a case that has been sent already, in role `system`; false of one that is gone. */
export async function isSupplement(ctx: Context, { db }: Reading, draft: string): Promise<boolean> {
  const row = await db
    .selectFrom('drafts.draft')
    .select('case_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .executeTakeFirst()
  return row !== undefined && row.case_id !== null
}
