import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** Which of some persons have asked for notices as SMS and have a phone, as role `system`, in one query. */
export async function listSmsSubscribers(
  ctx: Context,
  { db }: Reading,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('people.person')
    .select('person_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', 'in', personIds)
    .where('notices_by_sms', '=', true)
    .where('phone', 'is not', null)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
