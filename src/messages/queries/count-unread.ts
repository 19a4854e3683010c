import { visibleCases } from '../../cases/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { type MessageReader, readerOf } from '../reader.ts'
import '../tables.ts'

/**
 * How many messages of each of some cases the actor has not read, in one query for all of them. Cases without any, and those that the actor may
 * not see, are left out. Throws `not-found` for who has no messages at all.
 */
export async function countUnread(ctx: Context, caseIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const reader = readerOf(ctx.actor)
  if (caseIds.length === 0) return new Map()
  return await inReading(ctx, async (tx) => {
    const visible = [...(await visibleCases(ctx, tx, caseIds))]
    if (visible.length === 0) return new Map()
    const rows = await selectUnread(ctx, tx, { reader, caseIds: visible }).execute()
    return new Map(rows.map((row) => [row.case_id, Number(row.unread)]))
  })
}

/** The number of unread messages by case, as a query whose plan can be looked at. */
export const selectUnread = (
  ctx: Context,
  { db }: Reading,
  { reader, caseIds }: { readonly reader: MessageReader; readonly caseIds: readonly string[] },
) =>
  db
    .selectFrom('messages.message as m')
    .leftJoin('messages.read_mark as r', (join) =>
      join
        .onRef('r.tenant_id', '=', 'm.tenant_id')
        .onRef('r.case_id', '=', 'm.case_id')
        .on('r.reader_id', '=', reader.id),
    )
    .select((row) => ['m.case_id', row.fn.countAll<number>().as('unread')])
    .where('m.tenant_id', '=', ctx.tenant.id)
    .where('m.case_id', 'in', [...caseIds])
    .where('m.sender', '=', reader.otherSide)
    .where((row) => row.or([row('r.read_until', 'is', null), row('m.sent_at', '>', row.ref('r.read_until'))]))
    .groupBy('m.case_id')
