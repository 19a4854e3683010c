import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { enterSystem, holdRequest, partyOf } from '../hold-request.ts'
import { holdSigners } from '../hold-signers.ts'
import { inviteNext } from '../invite-next.ts'
import { may } from '../policy.ts'
import { reopenRequest } from '../reopen-request.ts'
import { updateParty } from '../update-party.ts'

/**
 * Asks somebody to sign who said no to what the answers were before they were changed, as the applicant: when it is their turn. Throws `not-found` for all but the owner, and
 * for who hasn't said no, or has to these very answers.
 */
export async function askAgain(
  ctx: Context,
  { draft, party: id }: { readonly draft: string; readonly party: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await enterSystem(ctx, tx)
    const isProtected = await holdSigners(ctx, tx, draft)
    const request = await holdRequest(ctx, tx, { draft, verb: 'read-own' })
    const party = partyOf(request, id)
    if (!may(ctx.actor, 'ask-again', { request, party, now: ctx.clock.now() })) throw notFound()
    // Nobody more is asked to read of somebody who is protected by now (B1.4).
    if (isProtected) return await reopenRequest(ctx, tx, request)
    await updateParty(ctx, tx, { party: id, set: { state: 'waiting', declined_at: null, reason_sealed: null } })
    const parties = request.parties.map((one) => (one === party ? { ...one, state: 'waiting' as const } : one))
    await inviteNext(ctx, tx, { ...request, parties })
  })
}
