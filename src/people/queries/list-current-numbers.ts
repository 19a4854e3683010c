import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { openNumber } from '../identities.ts'
import '../tables.ts'

/** The Swedish numbers (12 digits) that some persons have now, in role `system`; none of who has none. */
export async function listCurrentNumbers(
  ctx: Context,
  { db }: Reading,
  personIds: readonly string[],
): Promise<readonly string[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('people.identity')
    .select(['person_id', 'number_sealed'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', 'in', personIds)
    .where('scheme', '=', 'swedish-number')
    .where('is_current', '=', true)
    .execute()
  return rows.map((row) => openNumber(ctx, row.number_sealed, row.person_id))
}
