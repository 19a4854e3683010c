import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { keptFor } from '../limits.ts'
import { requireSystem } from '../policy.ts'

/**
 * Hands the open drafts of a visitor to the person as whom they logged in, inside the login's transaction as `system`.
 * Content and key stay as they are: they're bound to the draft, not to its owner.
 */
export async function claimVisitorDrafts(
  ctx: Context,
  { db }: Transaction,
  { visitorId, personId }: { readonly visitorId: string; readonly personId: string },
): Promise<void> {
  requireSystem(ctx.actor)
  await db
    .updateTable('drafts.draft')
    .set({ person_id: personId, visitor_id: null, expires_at: later(ctx.clock.now(), keptFor('person')) })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('visitor_id', '=', visitorId)
    .where('state', '=', 'open')
    .where('expires_at', '>', ctx.clock.now())
    .execute()
}
