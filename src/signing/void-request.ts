import { reopenDraft, takeAccess } from '../drafts/public.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { enterActor, enterSystem, holdRequest } from './hold-request.ts'
import { whoHasBeenTold } from './told-party.ts'
import { updateRequest } from './update-party.ts'

/**
 * Opens an own sealed draft again: what has been signed counts no more, and those who had been asked can't read it any more, and are told. What they have
 * filled in stays theirs for the next round.
 */
export async function voidRequest(
  ctx: Context,
  tx: Transaction,
  given: { readonly draft: string; readonly by: 'change' | 'withdraw' },
): Promise<void> {
  const { draft, by } = given
  const request = await holdRequest(ctx, tx, { draft, verb: by })
  await enterActor(ctx, tx)
  await reopenDraft(ctx, tx, draft)
  await enterSystem(ctx, tx)
  await takeAccess(ctx, tx, draft)
  await updateRequest(ctx, tx, { draft, set: { state: by === 'change' ? 'changing' : 'withdrawn' } })
  tx.record({
    type: by === 'change' ? 'signing.voided' : 'signing.withdrawn',
    subject: draft,
    data: { parties: whoHasBeenTold(request) },
  })
}
