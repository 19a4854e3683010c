import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { casePath } from '../case.ts'
import { receivedPath } from '../receipt.ts'
import { findReceived } from './find-received.ts'

/** Where a draft that has been sent leads its owner: to the receipt; and others who have signed it: to the case. Undefined for everybody else. */
export async function findSentPath(ctx: Context, draftId: string): Promise<string | undefined> {
  return await inReading(ctx, async (tx) => {
    const received = await findReceived(ctx, tx, draftId)
    if (received) return receivedPath(received)
    const caseId = await findShared(ctx, tx, draftId)
    return caseId && casePath(caseId)
  })
}

/** The case of a submission that the actor is another party of. */
async function findShared(ctx: Context, { db }: Reading, draftId: string): Promise<string | undefined> {
  if (ctx.actor.kind !== 'citizen') return undefined
  const row = await db
    .selectFrom('cases.shared_submission')
    .select('case_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .executeTakeFirst()
  return row?.case_id
}
