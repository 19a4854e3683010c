import { sql } from 'kysely'
import { findCase } from '../../cases/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { readerOf } from '../reader.ts'
import '../tables.ts'

/**
 * Marks the messages of a case as read by the actor, until the time of the latest one that was shown, never back. Throws `not-found` for
 * whoever may not read the case.
 */
export async function markRead(
  ctx: Context,
  { caseId, until }: { readonly caseId: string; readonly until: Date },
): Promise<void> {
  const reader = readerOf(ctx.actor)
  await inTransaction(ctx, async (tx) => {
    if (!(await findCase(ctx, tx, caseId))) throw notFound()
    await tx.db
      .insertInto('messages.read_mark')
      .values({ tenant_id: ctx.tenant.id, case_id: caseId, reader_id: reader.id, read_until: until })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'case_id', 'reader_id'])
          .doUpdateSet({ read_until: sql`greatest(read_mark.read_until, excluded.read_until)` }),
      )
      .execute()
  })
}
