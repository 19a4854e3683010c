import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { Event } from '../../platform/events/event.ts'
import type { Enqueue } from '../../platform/jobs/job.ts'
import { submissionCopies } from '../queues.ts'

/** Orders a copy of each new submission, in the transaction that receives it. A supplement by message has none to copy. */
export async function enqueueCopies(
  ctx: Context,
  tx: Transaction,
  events: readonly Event[],
  enqueue: Enqueue,
): Promise<void> {
  const drafts = events.flatMap((event) =>
    event.type === 'case.received' || event.type === 'case.supplemented' ? (event.data.draftId ?? []) : [],
  )
  await enqueue(
    ctx,
    tx,
    submissionCopies,
    drafts.map((draftId) => ({ draftId })),
  )
}
