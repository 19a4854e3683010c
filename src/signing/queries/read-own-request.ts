import { getServiceVersion, type Service } from '../../catalogue/public.ts'
import { readSealed } from '../../drafts/public.ts'
import { type SummaryGroup, summarise } from '../../forms/summary.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { PartyContact } from '../model.ts'
import { type PartyView, partyView } from '../party-view.ts'
import { may, requireCitizen } from '../policy.ts'
import { openReason } from '../reason.ts'
import { findRequest, type Request } from '../request.ts'
import { whoHasBeenTold } from '../told-party.ts'
import { type WayToSign, waysToSign } from '../ways.ts'

/** A party as the applicant sees them. */
export type OwnPartyView = PartyView & {
  /** Why they won't sign, in their words. */
  readonly reason: string | undefined
  /** What the applicant typed; never what the person has said themselves. */
  readonly contact: PartyContact
  readonly mayRemind: boolean
  readonly mayChangeContact: boolean
  readonly mayAskAgain: boolean
  /** They are told when it is changed or taken back (`whoHasBeenTold`). */
  readonly hasBeenTold: boolean
}

/** An own application that waits for signatures. */
export type OwnRequest = {
  readonly draft: string
  readonly service: Service
  readonly what: 'application' | 'supplement'
  /** The applicant first. */
  readonly parties: readonly OwnPartyView[]
  readonly inOrder: boolean
  /** When those who haven't signed have had their time. */
  readonly dueAt: Date
  /** Whether the applicant, who signs first, hasn't yet. */
  readonly isOwnTurn: boolean
  /** Nobody is left to wait for: the time is over, or all who haven't signed won't. */
  readonly isStuck: boolean
  readonly mayMiss: boolean
  readonly groups: readonly SummaryGroup[]
  readonly ways: readonly WayToSign[]
  readonly region: string
}

/** How it stands with the signatures of an own sealed draft. Throws `not-found` for all but its owner, and when it isn't sealed. */
export async function readOwnRequest(ctx: Context, draft: string): Promise<OwnRequest> {
  requireCitizen(ctx.actor)
  const { request, sealed } = await inReading(ctx, async (tx) => {
    const request = await findRequest(ctx, tx, draft)
    if (!request || !may(ctx.actor, 'read-own', { request, now: ctx.clock.now() })) throw notFound()
    return { request, sealed: await readSealed(ctx, tx, draft) }
  })
  const service = await getServiceVersion(ctx, request.versionId)
  const [applicant] = request.parties
  const told = new Set(whoHasBeenTold(request).map(({ partyId }) => partyId))
  return {
    draft,
    service,
    what: sealed.copy.caseId === undefined ? 'application' : 'supplement',
    parties: request.parties.map((party) => ({
      ...partyView(ctx, party),
      reason: party.reason && openReason(ctx, { draft, party: party.id, key: sealed.key }, party.reason),
      contact: party.contact,
      mayRemind: mayWith(ctx, request, { verb: 'be-reminded', party }),
      mayChangeContact: mayWith(ctx, request, { verb: 'change-contact', party }),
      mayAskAgain: mayWith(ctx, request, { verb: 'ask-again', party }),
      hasBeenTold: told.has(party.id),
    })),
    inOrder: request.inOrder,
    dueAt: request.dueAt,
    isOwnTurn: applicant?.state !== 'signed',
    isStuck: may(ctx.actor, 'send-missing', { request: { ...request, mayMiss: true }, now: ctx.clock.now() }),
    mayMiss: request.mayMiss,
    groups: summarise(service.definition.form, sealed.copy, ctx.texts),
    ...(await waysToSign(ctx)),
  }
}

const mayWith = (
  ctx: Context,
  request: Request,
  {
    verb,
    party,
  }: { readonly verb: 'be-reminded' | 'change-contact' | 'ask-again'; readonly party: Request['parties'][number] },
): boolean => may(ctx.actor, verb, { request, party, now: ctx.clock.now() })
