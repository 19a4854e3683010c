import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import type { Received } from '../application.ts'
import { receiptReference } from '../receipt.ts'

/** What came of an own draft that was sent: what was answered then. Undefined when the case is not (any longer) the actor's. */
export async function findReceived(ctx: Context, { db }: Reading, draftId: string): Promise<Received | undefined> {
  const row = await db
    .selectFrom('cases.submission as s')
    .innerJoin('cases.case as c', (on) =>
      on.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.case_id', '=', 's.case_id'),
    )
    .select(['c.case_id', 'c.number', 's.received_at'])
    .where('s.tenant_id', '=', ctx.tenant.id)
    .where('s.draft_id', '=', draftId)
    .executeTakeFirst()
  return (
    row && {
      caseId: row.case_id,
      number: row.number,
      receivedAt: row.received_at,
      receipt: ctx.actor.kind === 'visitor' ? receiptReference(ctx, draftId) : undefined,
    }
  )
}
