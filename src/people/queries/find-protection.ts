import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import '../tables.ts'

/**
 * Whether any of some persons has protected identity (`protected`), or else the register couldn't be asked about one at their latest login
 * (`unchecked`), in role `system`; undefined when neither is so.
 */
export async function findProtection(
  ctx: Context,
  { db }: Reading,
  personIds: readonly string[],
): Promise<'protected' | 'unchecked' | undefined> {
  if (personIds.length === 0) return undefined
  const rows = await db
    .selectFrom('people.person')
    .select(['protected_identity', 'unchecked'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', 'in', personIds)
    .execute()
  if (rows.some((row) => row.protected_identity)) return 'protected'
  return rows.some(({ unchecked }) => unchecked) ? 'unchecked' : undefined
}
