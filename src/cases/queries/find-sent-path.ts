import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { receivedPath } from '../receipt.ts'
import { findReceived } from './find-received.ts'

/** Where a draft that has been sent leads its owner: to the receipt. Undefined for others. */
export async function findSentPath(ctx: Context, draftId: string): Promise<string | undefined> {
  const received = await inReading(ctx, async (tx) => await findReceived(ctx, tx, draftId))
  return received && receivedPath(received)
}
