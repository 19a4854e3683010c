import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { CodedError } from '../../platform/errors.ts'
import { keptFor } from '../limits.ts'
import { ownedBy, requireOwner } from '../policy.ts'
import { openRow } from '../private-space.ts'

/**
 * Opens an own sealed draft again: its copy goes, and with it all that has been signed; what parties have filled in stays theirs. Holds the
 * draft until the transaction ends; does nothing when it is open. Throws as `getDraft` does, and `conflict` when it has been sent.
 */
export async function reopenDraft(ctx: Context, tx: Transaction, draft: string): Promise<void> {
  const own = ownedBy(requireOwner(ctx.actor))
  // The lock that every signature is put under, too: whoever signs at the same moment has signed before, and it is void, or finds the draft open.
  const row = await openRow(ctx, tx, draft, 'lock')
  if (row.state === 'sent') throw new CodedError('conflict')
  if (row.state === 'open') return
  await tx.db
    .deleteFrom('private_space.sealed_copy')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .execute()
  const now = ctx.clock.now()
  await tx.db
    .updateTable('drafts.draft')
    .set({ state: 'open', changed_at: now, expires_at: later(now, keptFor('person')), warned_at: null })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where(...own)
    .execute()
  tx.record({ type: 'draft.reopened', subject: draft, data: {} })
}
