import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { requireOwner } from '../policy.ts'

/** Removes an own draft with all it holds ("Ta bort"). What was sent can't be removed. Throws `not-found` for others' drafts and those gone. */
export async function deleteDraft(ctx: Context, id: string): Promise<Result<undefined, 'sent'>> {
  requireOwner(ctx.actor)
  return await inTransaction(ctx, async (tx) => {
    const draft = await tx.db
      .selectFrom('drafts.draft')
      .select('state')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', id)
      // Against a submit at the same moment: either it's sent first and stays, or it's removed and can't be sent.
      .forUpdate()
      .executeTakeFirst()
    if (!draft) throw notFound()
    if (draft.state === 'sent') return failed('sent')
    // Key, content and files go with the row.
    await tx.db.deleteFrom('drafts.draft').where('tenant_id', '=', ctx.tenant.id).where('draft_id', '=', id).execute()
    tx.record({ type: 'draft.deleted', subject: id, data: {} })
    return ok(undefined)
  })
}
