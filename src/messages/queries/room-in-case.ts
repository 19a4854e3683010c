import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { messageLimits } from '../model.ts'
import { readerOf } from '../reader.ts'
import '../tables.ts'

/** Bytes of files that may still come with the actor's messages in a case; staff, who are known and few, may send as many as they need. */
export async function roomInCase(ctx: Context, { db }: Reading, caseId: string): Promise<number> {
  if (readerOf(ctx.actor).side === 'staff') return Number.POSITIVE_INFINITY
  const row = await db
    .selectFrom('messages.attachment as a')
    .innerJoin('messages.message as m', (on) =>
      on
        .onRef('m.tenant_id', '=', 'a.tenant_id')
        .onRef('m.case_id', '=', 'a.case_id')
        .onRef('m.message_id', '=', 'a.message_id'),
    )
    .select((of) => of.fn.sum<string | null>('a.size').as('bytes'))
    .where('a.tenant_id', '=', ctx.tenant.id)
    .where('a.case_id', '=', caseId)
    .where('m.sender', '=', 'citizen')
    .executeTakeFirst()
  return messageLimits.filesOfCase - Number(row?.bytes ?? 0)
}
