import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import type { DraftFacts } from '../model.ts'
import { ownedBy, ownerOf } from '../policy.ts'

/** A draft in a list. */
export type ListedDraft = DraftFacts & { readonly state: 'open' | 'sealed' }

/** The owner's drafts that can be gone on with or wait for signatures, latest changed first; at most `mostDrafts`. None for those who can't have any. */
export async function listMyDrafts(ctx: Context): Promise<readonly ListedDraft[]> {
  const owner = ownerOf(ctx.actor)
  if (!owner) return []
  return await inReading(ctx, async ({ db }) => {
    const rows = await db
      .selectFrom('drafts.draft')
      .select(['draft_id', 'service_id', 'version_id', 'case_id', 'step', 'changed_at', 'expires_at', 'state'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('state', '<>', 'sent')
      .where(...ownedBy(owner))
      .where('expires_at', '>', ctx.clock.now())
      .orderBy('changed_at', 'desc')
      .$narrowType<{ state: ListedDraft['state'] }>()
      .execute()
    return rows.map((row) => ({
      id: row.draft_id,
      serviceId: row.service_id,
      versionId: row.version_id,
      caseId: row.case_id ?? undefined,
      step: row.step,
      state: row.state,
      changedAt: row.changed_at,
      expiresAt: row.expires_at,
    }))
  })
}
