import { readSealed } from '../../drafts/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { completeRequest } from '../complete-request.ts'
import { enterActor, enterSystem, holdRequest } from '../hold-request.ts'
import { holdSigners } from '../hold-signers.ts'
import type { Completed } from '../model.ts'
import { may } from '../policy.ts'
import type { FinishPorts } from '../ports.ts'
import { reopenRequest } from '../reopen-request.ts'

/**
 * Sends an own application though somebody hasn't signed it, where the service takes it so: once those who were asked have had their time, or all who haven't signed
 * have said no; `not-yet` before. `not-fetched` when one of them is protected by now: then it is open again (B1.4). Throws `not-found` for all but its owner, and when it isn't sealed.
 */
export async function sendMissing(
  ctx: Context,
  ports: Pick<FinishPorts, 'complete'>,
  draft: string,
): Promise<Result<Completed, 'not-yet' | 'not-fetched'>> {
  return await inTransaction(ctx, async (tx) => {
    await enterSystem(ctx, tx)
    const isProtected = await holdSigners(ctx, tx, draft)
    const request = await holdRequest(ctx, tx, { draft, verb: 'read-own' })
    if (!may(ctx.actor, 'send-missing', { request, now: ctx.clock.now() })) return failed('not-yet')
    if (isProtected) {
      await reopenRequest(ctx, tx, request)
      return failed('not-fetched')
    }
    await enterActor(ctx, tx)
    const sealed = await readSealed(ctx, tx, draft)
    return ok(await completeRequest(ctx, tx, { ports, sealed, request }))
  })
}
