import { lockSealed } from '../drafts/public.ts'
import { system } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { enterRole, type Transaction } from '../platform/database/transaction.ts'
import { notFound } from '../platform/errors.ts'
import { may, type SigningVerb } from './policy.ts'
import { findRequest, type Party, type Request } from './request.ts'

/** Goes on with a transaction as the program: what signing writes of a request nobody else may. */
export const enterSystem = async (ctx: Context, { db }: Transaction): Promise<void> =>
  await enterRole(db, ctx.tenant.id, system)

/** Goes on with a transaction as its actor. */
export const enterActor = async (ctx: Context, { db }: Transaction): Promise<void> =>
  await enterRole(db, ctx.tenant.id, ctx.actor)

/**
 * Holds a sealed draft with its request until the transaction ends, and leaves the transaction in role `system`. Throws `not-found` where the actor may not do
 * what they ask for: the request is not theirs, or not in that state. The draft's lock comes first in everything that signing does: whoever signs, changes,
 * declines or reminds at the same moment waits here, and finds what the other has done.
 */
export async function holdRequest(
  ctx: Context,
  tx: Transaction,
  asked: { readonly draft: string; readonly verb: SigningVerb },
): Promise<Request> {
  await enterSystem(ctx, tx)
  const held = await lockSealed(ctx, tx, asked.draft)
  const request = held?.state === 'sealed' ? await findRequest(ctx, tx, asked.draft) : undefined
  if (!request || !may(ctx.actor, asked.verb, { request, now: ctx.clock.now() })) throw notFound()
  return request
}

/** The party that the actor is. Throws `not-found` for who is none. */
export function ownParty({ actor }: Context, { parties }: Request): Party {
  const own = parties.find(({ personId }) => actor.kind === 'citizen' && personId === actor.id)
  if (!own) throw notFound()
  return own
}

/** One of the parties, by id. Throws `not-found` for others. */
export function partyOf({ parties }: Request, id: string): Party {
  const party = parties.find((one) => one.id === id)
  if (!party) throw notFound()
  return party
}
