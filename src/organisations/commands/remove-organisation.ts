import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { requirePerson } from '../policy.ts'
import '../tables.ts'

/** Takes one of the logged-in person's organisations away. What has been sent for it stays. Throws `not-found` for one that isn't theirs. */
export async function removeOrganisation(ctx: Context, id: string): Promise<void> {
  const person = requirePerson(ctx.actor)
  await inTransaction(ctx, async ({ db, record }) => {
    const removed = await db
      .deleteFrom('organisations.organisation')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', person)
      .where('organisation_id', '=', id)
      .returning('organisation_id')
      .executeTakeFirst()
    if (!removed) throw notFound()
    record({ type: 'organisation.removed', subject: id, data: {} })
  })
}
