import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
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
  return await inTransaction(ctx, async ({ db }) => {
    const own = db
      .selectFrom('notices.notice')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('recipient_id', '=', actor.id)
      .where('channel', '=', 'my-pages')
    const { count } = await own.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    const rows = await own
      .select(['event_id', 'kind', 'subject_id', 'data', 'created_at', 'read_at'])
      .orderBy('created_at', 'desc')
      .orderBy('event_id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute()
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
