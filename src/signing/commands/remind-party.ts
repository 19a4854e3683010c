import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { holdRequest, partyOf } from '../hold-request.ts'
import { may } from '../policy.ts'
import { tellParty } from '../tell-party.ts'
import { toldParty } from '../told-party.ts'
import { updateParty } from '../update-party.ts'

/**
 * Reminds somebody who has been asked to sign, as the applicant: at most once a day (`remindedEvery`), whoever reminded them last; `too-soon` when it isn't time,
 * `too-many` when too much has been sent (`tellParty`), `answered` when there is nothing to be reminded of. Throws `not-found` for all but the owner.
 */
export async function remindParty(
  ctx: Context,
  { draft, party: id }: { readonly draft: string; readonly party: string },
): Promise<Result<undefined, 'too-soon' | 'too-many' | 'answered'>> {
  return await inTransaction(ctx, async (tx) => {
    const request = await holdRequest(ctx, tx, { draft, verb: 'read-own' })
    const party = partyOf(request, id)
    const now = ctx.clock.now()
    if (party.state !== 'invited' && party.state !== 'read') return failed('answered')
    if (!may(ctx.actor, 'be-reminded', { request, party, now })) return failed('too-soon')
    if (!(await tellParty(ctx, tx, { ownerId: request.ownerId, party: id, anew: true }))) return failed('too-many')
    await updateParty(ctx, tx, { party: id, set: { reminded_at: now } })
    tx.record({ type: 'signing.reminded', subject: draft, data: toldParty(request, party) })
    return ok(undefined)
  })
}
