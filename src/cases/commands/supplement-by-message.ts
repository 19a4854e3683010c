import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { writeHistory } from '../history.ts'
import { lockCaseTo } from '../queries/find-case.ts'
import { markSupplemented } from '../supplement-case.ts'

/**
 * Moves a case on when the citizen has answered a request by message, in services that take supplements so (A2.3). Called in the
 * transaction of the message; answers whether it was such a message.
 */
export async function supplementByMessage(ctx: Context, tx: Transaction, caseId: string): Promise<boolean> {
  const { it, allowed } = await lockCaseTo(ctx, tx, { caseId, verb: 'supplement-by-message' })
  if (!allowed) return false
  const status = await markSupplemented(ctx, tx, { caseId, definition: it.service.definition })
  await writeHistory(ctx, tx, {
    caseId,
    type: 'case.supplemented',
    forCitizen: true,
    data: { status: status.id },
  })
  tx.record({ type: 'case.supplemented', subject: caseId, data: { status: status.id } })
  return true
}
