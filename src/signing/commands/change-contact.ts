import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { holdRequest, partyOf } from '../hold-request.ts'
import type { PartyContact } from '../model.ts'
import { may } from '../policy.ts'
import { sealOfParty } from '../request.ts'
import { tellParty } from '../tell-party.ts'
import { toldParty } from '../told-party.ts'
import { updateParty } from '../update-party.ts'

type ChangeContact = { readonly draft: string; readonly party: string; readonly contact: PartyContact }

/**
 * Writes another address in the place of the one that the applicant typed; what the person has said themselves is never seen or changed. Who has been asked already is
 * asked there, unless they were reminded within a day (`remindedEvery`): answers whether. Throws `not-found` for all but the owner, and for who has signed or declined.
 */
export async function changeContact(
  ctx: Context,
  { draft, party: id, contact }: ChangeContact,
): Promise<'told' | 'kept'> {
  return await inTransaction(ctx, async (tx) => {
    const request = await holdRequest(ctx, tx, { draft, verb: 'read-own' })
    const party = partyOf(request, id)
    const now = ctx.clock.now()
    if (!may(ctx.actor, 'change-contact', { request, party, now })) throw notFound()
    const isTold =
      may(ctx.actor, 'be-reminded', { request, party, now }) &&
      Object.keys(contact).length > 0 &&
      (await tellParty(ctx, tx, { ownerId: request.ownerId, party: id, anew: true }))
    await updateParty(ctx, tx, {
      party: id,
      set: {
        contact_sealed: Object.keys(contact).length > 0 ? sealOfParty(ctx, id, contact) : null,
        ...(isTold && { reminded_at: now }),
      },
    })
    if (isTold) tx.record({ type: 'signing.invited', subject: draft, data: toldParty(request, party) })
    return isTold ? 'told' : 'kept'
  })
}
