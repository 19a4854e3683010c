import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** How a draft stands that is, or has been, sealed. */
export type LockedDraft = {
  readonly state: 'open' | 'sealed' | 'sent'
  /** How often it has been sealed; undefined when it never was. */
  readonly round: number | undefined
  readonly ownerId: string
}

/**
 * Holds a person's draft until the transaction, which is in the role `system`, ends; undefined when there is none, or its time is over. The lock
 * that a change, a sealing, and every signature takes first: of the last two to sign at once the second finds what the first has done, and
 * nobody signs what is changed at the same moment.
 */
export async function lockSealed(ctx: Context, { db }: Transaction, draft: string): Promise<LockedDraft | undefined> {
  const row = await db
    .selectFrom('drafts.draft')
    .select(['state', 'round', 'person_id'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where('expires_at', '>', ctx.clock.now())
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.person_id === null) return undefined
  return { state: row.state, round: row.round === 0 ? undefined : row.round, ownerId: row.person_id }
}
