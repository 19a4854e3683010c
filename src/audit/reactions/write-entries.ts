import type { Context } from '../../platform/context.ts'
import { ahead } from '../../platform/database/preparing-client.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { Event } from '../../platform/events/event.ts'
import '../tables.ts'

/**
 * Writes one audit row for each event, in the event's own transaction: what was done without a trace was not done. A row holds ids
 * and states; an event's data never holds what somebody wrote.
 */
export async function writeEntries(ctx: Context, tx: Transaction, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return
  await tx.db
    .insertInto('audit.entry')
    .values(
      events.map((event) => ({
        tenant_id: ctx.tenant.id,
        entry_id: event.id,
        at: event.at,
        actor_kind: event.actor.kind,
        actor_id: event.actor.kind === 'system' ? null : (event.actor.id ?? null),
        on_behalf_of: event.onBehalfOf ?? null,
        action: event.type,
        subject: event.subject,
        request_id: ctx.requestId,
        data: JSON.stringify(event.data),
      })),
    )
    .modifyEnd(ahead)
    .execute()
}
