import type { ExpressionBuilder } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database/schema.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import type { EndedHow } from './events.ts'
import { type Owner, ownerColumn } from './owner.ts'
import './tables.ts'

/** One of somebody's sessions, all of somebody's, or all that no provider has vouched for since a time. */
type Which = { readonly owner: Owner; readonly session?: string } | { readonly confirmedBefore: Date }

/** The provider ends a session as time does: what is being written in it is kept for its staff member. */
const asByTime: readonly EndedHow[] = ['rights-gone', 'refused', 'unconfirmed']

/**
 * Ends sessions that nobody has ended, each told as an event. Ended by their own person, those that were over by time are no longer for late posts
 * either, and nothing is said of them. One statement: of two that end a session at once, one does. Role `system`.
 */
export async function endSessions(
  ctx: Context,
  { db, record }: Transaction,
  { how, ...which }: Which & { readonly how: EndedHow },
): Promise<void> {
  const now = ctx.clock.now()
  const isByTime = asByTime.includes(how)
  const rows = await db
    .updateTable('identity.session')
    .set({
      ...(isByTime ? { ends_at: now } : { ended_at: now }),
      // Nobody asks the provider about it any more.
      refresh_sealed: null,
      ask_after: null,
      confirmed_at: null,
    })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('ended_at', 'is', null)
    .where((is) => among(is, which))
    .$if(isByTime, (live) => live.where('idle_ends_at', '>', now).where('ends_at', '>', now))
    .returning(['session_id', 'person_id', 'staff_id', 'area', 'method', 'level_of_assurance'])
    .returning(['idle_ends_at', 'ends_at'])
    .execute()
  for (const row of rows) {
    if (!isByTime && (row.idle_ends_at <= now || row.ends_at <= now)) continue
    const { session_id: session, area, method, level_of_assurance: level } = row
    record({
      type: 'session.ended',
      subject: row.person_id ?? row.staff_id ?? session,
      data: { session, area, method, level, how },
    })
  }
}

function among(is: ExpressionBuilder<Database, 'identity.session'>, which: Which) {
  if ('confirmedBefore' in which) return is('confirmed_at', '<=', which.confirmedBefore)
  const { owner, session } = which
  const theirs = is(ownerColumn(owner), '=', owner.id)
  return session === undefined ? theirs : theirs.and('session_id', '=', session)
}
