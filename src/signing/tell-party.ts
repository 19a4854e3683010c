import { days, later } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { updateParty } from './update-party.ts'
import './tables.ts'

/** For how long what was sent to somebody counts, in milliseconds. */
export const toldEvery = days(1)

/** How much an applicant has sent to those whom they name, in that time: to all of them, as a large club's board and a few applications ask for; and to one, of several applications. */
const mostOfAll = 20
const mostToOne = 3

type Telling = {
  readonly ownerId: string
  readonly party: string
  /** Also when they have been told something of this request within a day, since they may not have got it. */
  readonly anew?: boolean
}

/**
 * Whether a letter and a message may go to a party now, in role `system`, and notes that they do: nobody has asked for them, and an applicant who seals, signs and
 * changes over and over would have them sent each time. Who isn't told has it on Mina sidor all the same, and is told by the sweep when the time has passed.
 */
export async function tellParty(
  ctx: Context,
  tx: Transaction,
  { ownerId, party: id, anew }: Telling,
): Promise<boolean> {
  const { db } = tx
  const now = ctx.clock.now()
  const since = later(now, -toldEvery)
  const party = await db
    .selectFrom('signing.party')
    .select(['match_hmac', 'told_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('party_id', '=', id)
    .executeTakeFirst()
  if (!party?.match_hmac || (!anew && party.told_at !== null && party.told_at > since)) return false
  const { match_hmac } = party
  const told = await db
    .selectFrom('signing.told')
    .select('match_hmac')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('owner_id', '=', ownerId)
    .where('at', '>', since)
    .execute()
  const toOne = told.filter((one) => one.match_hmac.equals(match_hmac)).length
  if (told.length >= mostOfAll || toOne >= mostToOne) return false
  await db
    .insertInto('signing.told')
    .values({ tenant_id: ctx.tenant.id, told_id: ctx.ids.next(), owner_id: ownerId, match_hmac, at: now })
    .execute()
  await updateParty(ctx, tx, { party: id, set: { told_at: now } })
  return true
}
