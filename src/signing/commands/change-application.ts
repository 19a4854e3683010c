import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { voidRequest } from '../void-request.ts'

/** Opens an own sealed draft to be changed: all will sign anew. Throws `not-found` for all but its owner, and when it isn't sealed. */
export async function changeApplication(ctx: Context, draft: string): Promise<void> {
  await inTransaction(ctx, async (tx) => await voidRequest(ctx, tx, { draft, by: 'change' }))
}
