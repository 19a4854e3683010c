import { giveAccess } from '../drafts/public.ts'
import { days, later } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import type { Party, Request } from './request.ts'
import { tellParty } from './tell-party.ts'
import { updateRequest } from './update-party.ts'

/** How long those who are asked have, in milliseconds (B3.5). */
export const timeToSign = days(14)

type Turns = Pick<Request, 'inOrder' | 'mayMiss'> & {
  readonly parties: readonly Pick<Party, 'id' | 'position' | 'state'>[]
}

/** Whose turn it is and who hasn't been asked: none before the applicant has signed; then all of them, or one after the other where there is an order. */
export function nextInTurn({ parties, inOrder, mayMiss }: Turns): readonly string[] {
  const [applicant, ...others] = parties
  if (applicant?.state !== 'signed') return []
  const waiting = others.filter(({ state }) => state === 'waiting').map(({ id }) => id)
  if (!inOrder) return waiting
  // After somebody who won't sign nobody is asked in vain: only where it can be sent without them.
  const isHeldUp = others.some(
    ({ state }) => state === 'invited' || state === 'read' || (state === 'declined' && !mayMiss),
  )
  return isHeldUp ? [] : waiting.slice(0, 1)
}

/** Asks those whose turn it is to sign, in role `system`, under the draft's lock: they are told (see `tellParty`), and read from now on. */
export async function inviteNext(ctx: Context, tx: Transaction, request: Request): Promise<void> {
  const now = ctx.clock.now()
  const { draft, serviceId } = request
  const next = nextInTurn(request)
  if (next.length === 0) return
  for (const { id, invitedAt } of request.parties.filter((party) => next.includes(party.id))) {
    const { person_id: person } = await tx.db
      .updateTable('signing.party')
      .set({ state: 'invited', invited_at: now, reminders: 0 })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', draft)
      .where('party_id', '=', id)
      .returning('person_id')
      .executeTakeFirstOrThrow()
    if (person !== null) await giveAccess(ctx, tx, { draft, person })
    const again = invitedAt === undefined ? {} : { again: true as const }
    const quiet = (await tellParty(ctx, tx, { ownerId: request.ownerId, party: id })) ? {} : { quiet: true as const }
    tx.record({
      type: 'signing.invited',
      subject: draft,
      data: { partyId: id, ...(person !== null && { personId: person }), serviceId, ...again, ...quiet },
    })
  }
  await updateRequest(ctx, tx, { draft, set: { due_at: later(now, timeToSign), overdue_told_at: null } })
}
