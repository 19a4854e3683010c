import { later, minutes } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import '../tables.ts'
import { openRefreshToken } from './refresh-token.ts'

/** A session whose provider is asked about it now, by this process alone. */
export type ClaimedSession = {
  readonly id: string
  readonly staffId: string
  /** The provider's own name for the staff member. */
  readonly subject: string
  readonly refreshToken: string
}

/** How long a process has a session to itself, in milliseconds: longer than two answers of a provider may take. */
const lease = minutes(1)

/**
 * Takes some of the municipality's staff sessions that it is time to ask their provider about, those that have waited longest first. What another
 * provider gave is never shown to `issuer`. Role `system`.
 */
export async function claimSessions(
  ctx: Context,
  { issuer, most }: { readonly issuer: string; readonly most: number },
): Promise<readonly ClaimedSession[]> {
  const now = ctx.clock.now()
  return await inTransaction(ctx, async ({ db }) => {
    const rows = await db
      .selectFrom('identity.session as s')
      .innerJoin('identity.staff_member as m', (join) =>
        join.onRef('m.tenant_id', '=', 's.tenant_id').onRef('m.staff_id', '=', 's.staff_id'),
      )
      .select(['s.session_id', 'm.staff_id', 'm.subject', 's.refresh_sealed'])
      .where('s.tenant_id', '=', ctx.tenant.id)
      .where('m.issuer', '=', issuer)
      .where('s.ask_after', '<=', now)
      .where('s.ended_at', 'is', null)
      .where('s.idle_ends_at', '>', now)
      .where('s.ends_at', '>', now)
      .orderBy('s.ask_after')
      .limit(most)
      // Another worker's share is left to it: two that ask with one refresh token look like a thief to the provider.
      .forUpdate('s')
      .skipLocked()
      .execute()
    if (rows.length > 0)
      await db
        .updateTable('identity.session')
        .set({ ask_after: later(now, lease) })
        .where('tenant_id', '=', ctx.tenant.id)
        .where(
          'session_id',
          'in',
          rows.map((row) => row.session_id),
        )
        .execute()
    return rows.flatMap(({ session_id: id, staff_id: staffId, subject, refresh_sealed: sealed }) =>
      sealed ? [{ id, staffId, subject, refreshToken: openRefreshToken(ctx, id, sealed) }] : [],
    )
  })
}
