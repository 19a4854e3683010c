import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { openNumber } from '../identities.ts'
import '../tables.ts'

/**
 * The logged-in person's own personal or coordination number, 12 digits: the latest, where it has changed. Undefined for who has none, and
 * for everybody else who asks.
 */
export async function findOwnNumber(ctx: Context, { db }: Reading): Promise<string | undefined> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') return undefined
  const row = await db
    .selectFrom('people.identity')
    .select('number_sealed')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', '=', actor.id)
    .where('scheme', '=', 'swedish-number')
    .where('is_current', '=', true)
    .executeTakeFirst()
  return row && openNumber(ctx, row.number_sealed, actor.id)
}
