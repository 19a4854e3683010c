import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { NotOpen } from '../model.ts'
import { ownedBy, requireOwner } from '../policy.ts'

/**
 * Removes an own draft with all it holds ("Ta bort"). What was sent can't be removed, nor what is sealed: those who are to sign it are told
 * when its owner withdraws it. Throws `not-found` for others' drafts and those gone.
 */
export async function deleteDraft(ctx: Context, id: string): Promise<Result<undefined, NotOpen>> {
  const own = ownedBy(requireOwner(ctx.actor))
  return await inTransaction(ctx, async (tx) => {
    const draft = await tx.db
      .selectFrom('drafts.draft')
      .select('state')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', id)
      .where(...own)
      // Against a submit or a sealing at the same moment: either it's sent first and stays, or it's removed and can't be sent.
      .forUpdate()
      .executeTakeFirst()
    if (!draft) throw notFound()
    if (draft.state !== 'open') return failed(draft.state)
    // Key, content and files go with the row.
    await tx.db.deleteFrom('drafts.draft').where('tenant_id', '=', ctx.tenant.id).where('draft_id', '=', id).execute()
    tx.record({ type: 'draft.deleted', subject: id, data: {} })
    return ok(undefined)
  })
}
