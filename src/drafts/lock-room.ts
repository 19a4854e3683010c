import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { requireOwner } from './policy.ts'
import { usedBytes } from './queries/used-bytes.ts'

/**
 * Bytes that the owner's open drafts may still take, of so many. The lock prevents the race of two drafts that are filled at once: each would
 * find the same room and take it. Always taken after a draft's own.
 */
export async function lockRoom(ctx: Context, tx: Transaction, most: number): Promise<number> {
  const owner = requireOwner(ctx.actor)
  const id = owner.kind === 'person' ? owner.personId : owner.visitorId
  await sql`select pg_advisory_xact_lock(hashtextextended(${`quota:${id}`}, 0))`.execute(tx.db)
  return most - (await usedBytes(ctx, tx))
}
