import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { NoticeData, type NoticeKind } from '../model.ts'
import { mayReadOwnNotices } from '../policy.ts'
import '../tables.ts'

/** A notice as its recipient reads it. */
export type MyNotice = {
  readonly eventId: string
  readonly kind: NoticeKind
  /** The case or draft that it is about. */
  readonly subjectId: string
  readonly data: NoticeData
  readonly createdAt: Date
  readonly unread: boolean
}

const pageSize = 30

/** The logged-in person's notices, the latest first, 30 a page from 1. Throws `not-found` for everybody else. */
export async function listMyNotices(
  ctx: Context,
  page: number,
): Promise<{ readonly notices: readonly MyNotice[]; readonly pages: number }> {
  const { actor } = ctx
  if (!mayReadOwnNotices(actor)) throw notFound()
  return await inReading(ctx, async (tx) => {
    const { count } = await selectOwn(ctx, tx, actor.id)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const rows = await selectPage(ctx, tx, { person: actor.id, page }).execute()
    return {
      notices: rows.map((row) => ({
        eventId: row.event_id,
        kind: row.kind,
        subjectId: row.subject_id,
        data: NoticeData.parse(row.data),
        createdAt: row.created_at,
        unread: row.read_at === null,
      })),
      pages: Math.max(1, Math.ceil(Number(count) / pageSize)),
    }
  })
}

const selectOwn = (ctx: Context, { db }: Reading, person: string) =>
  db
    .selectFrom('notices.notice')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('recipient_id', '=', person)
    .where('channel', '=', 'my-pages')

/** A page of a person's notices, as a query whose plan can be looked at. */
export const selectPage = (
  ctx: Context,
  tx: Reading,
  { person, page }: { readonly person: string; readonly page: number },
) =>
  selectOwn(ctx, tx, person)
    .select(['event_id', 'kind', 'subject_id', 'data', 'created_at', 'read_at'])
    .orderBy('created_at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
