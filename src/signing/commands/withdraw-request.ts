import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { voidRequest } from '../void-request.ts'

/** Takes an own request for signatures back: the draft is open again, for its owner alone. Throws as `changeApplication` does. */
export async function withdrawRequest(ctx: Context, draft: string): Promise<void> {
  await inTransaction(ctx, async (tx) => await voidRequest(ctx, tx, { draft, by: 'withdraw' }))
}
