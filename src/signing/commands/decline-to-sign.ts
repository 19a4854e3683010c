import { giveAccess, readSealed, takeAccess } from '../../drafts/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { enterActor, enterSystem, holdRequest, ownParty } from '../hold-request.ts'
import { holdSigners } from '../hold-signers.ts'
import { inviteNext } from '../invite-next.ts'
import { sealReason } from '../reason.ts'
import { reopenRequest } from '../reopen-request.ts'
import { updateParty } from '../update-party.ts'

/**
 * Says no to signing, with a reason that the applicant reads. Whoever has declined reads the application no more. Throws `not-found` for all who haven't been asked, or have
 * answered.
 */
export async function declineToSign(
  ctx: Context,
  { draft, reason }: { readonly draft: string; readonly reason: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await enterSystem(ctx, tx)
    const isProtected = await holdSigners(ctx, tx, draft)
    const request = await holdRequest(ctx, tx, { draft, verb: 'decline' })
    const party = ownParty(ctx, request)
    await enterActor(ctx, tx)
    const { key } = await readSealed(ctx, tx, draft)
    await enterSystem(ctx, tx)
    await updateParty(ctx, tx, {
      party: party.id,
      set: {
        state: 'declined',
        declined_at: ctx.clock.now(),
        reason_sealed: sealReason(ctx, { draft, party: party.id, key }, reason),
      },
    })
    const parties = request.parties.map((one) => (one === party ? { ...one, state: 'declined' as const } : one))
    await takeAccess(ctx, tx, draft)
    for (const { personId, position, state } of parties) {
      if (position > 0 && personId !== undefined && (state === 'invited' || state === 'read' || state === 'signed'))
        await giveAccess(ctx, tx, { draft, person: personId })
    }
    tx.record({ type: 'signing.declined', subject: draft, data: { partyId: party.id, ownerId: request.ownerId } })
    // Nobody more is asked to read of somebody who is protected by now (B1.4).
    if (isProtected) await reopenRequest(ctx, tx, request)
    else await inviteNext(ctx, tx, { ...request, parties })
  })
}
