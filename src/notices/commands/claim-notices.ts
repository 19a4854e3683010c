import { sql } from 'kysely'
import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import type { Letter } from '../mail/compose-mail.ts'
import { attemptLength, NoticeData, type Sent } from '../model.ts'
import '../tables.ts'

/** A notice that this process alone may try to deliver now. */
export type Claimed = Letter & { readonly channel: Sent; readonly attempts: number }

/**
 * Takes at most `limit` letters and messages that are due, of some events or of any, the longest waiting first. A claim lasts for `attemptLength`: if
 * the process dies, the notice is due again after it, and one that was sent is never claimed again.
 */
export async function claimNotices(ctx: Context, options: Wanted): Promise<readonly Claimed[]> {
  const now = ctx.clock.now()
  return await inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .with('due', () => selectDue(ctx, tx, options))
      .updateTable('notices.notice as n')
      .from('due')
      .set({ attempts: sql<number>`n.attempts + 1`, due_at: later(now, attemptLength) })
      .where('n.tenant_id', '=', ctx.tenant.id)
      .whereRef('n.channel', '=', 'due.channel')
      .whereRef('n.event_id', '=', 'due.event_id')
      .whereRef('n.recipient_id', '=', 'due.recipient_id')
      .returning([
        'n.event_id',
        'n.recipient_kind',
        'n.recipient_id',
        'n.channel',
        'n.kind',
        'n.subject_id',
        'n.data',
        'n.created_at',
        'n.attempts',
      ])
      .execute()
    return rows.map((row) => ({
      eventId: row.event_id,
      recipient: { kind: row.recipient_kind, id: row.recipient_id },
      channel: row.channel === 'sms' ? 'sms' : 'email',
      kind: row.kind,
      subjectId: row.subject_id,
      data: NoticeData.parse(row.data),
      createdAt: row.created_at,
      attempts: row.attempts,
    }))
  })
}

type Wanted = { readonly events?: readonly string[]; readonly limit: number }

/** The letters and messages that are due, locked, as a query whose plan can be looked at. */
export function selectDue(ctx: Context, { db }: Transaction, { events, limit }: Wanted) {
  const now = ctx.clock.now()
  return (
    db
      .selectFrom('notices.notice')
      .select(['event_id', 'recipient_id', 'channel'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('state', '=', 'waiting')
      .where('channel', 'in', ['email', 'sms'])
      .$if(events === undefined, (query) => query.where('due_at', '<=', now))
      // One that nobody has tried is due, even if this machine's clock is behind that of the one that wrote it.
      .$if(events !== undefined, (query) =>
        query
          .where('event_id', 'in', events ?? [])
          .where((eb) => eb.or([eb('due_at', '<=', now), eb('attempts', '=', 0)])),
      )
      .orderBy('due_at')
      .limit(limit)
      // Two workers may look at the outbox at once (a job and the sweep, or a job run again): each notice is locked by one, skipped by the other.
      .forUpdate()
      .skipLocked()
  )
}
