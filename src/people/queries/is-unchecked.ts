import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** Whether the population register couldn't be asked about a person at their latest login. */
export async function isUnchecked(ctx: Context, { db }: Reading, person: string): Promise<boolean> {
  const row = await db
    .selectFrom('people.person')
    .select('unchecked')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.unchecked ?? false
}
