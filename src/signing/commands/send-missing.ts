import { readSealed } from '../../drafts/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { completeRequest } from '../complete-request.ts'
import { enterActor, holdRequest } from '../hold-request.ts'
import type { Completed } from '../model.ts'
import { may } from '../policy.ts'
import type { FinishPorts } from '../ports.ts'

/**
 * Sends an own application though somebody hasn't signed it, where the service takes it so: once those who were asked have had their time, or all who haven't signed
 * have said no; `not-yet` before. Throws `not-found` for all but its owner, and when it isn't sealed.
 */
export async function sendMissing(
  ctx: Context,
  ports: Pick<FinishPorts, 'complete'>,
  draft: string,
): Promise<Result<Completed, 'not-yet'>> {
  return await inTransaction(ctx, async (tx) => {
    const request = await holdRequest(ctx, tx, { draft, verb: 'read-own' })
    if (!may(ctx.actor, 'send-missing', { request, now: ctx.clock.now() })) return failed('not-yet')
    await enterActor(ctx, tx)
    const sealed = await readSealed(ctx, tx, draft)
    return ok(await completeRequest(ctx, tx, { ports, sealed, request }))
  })
}
