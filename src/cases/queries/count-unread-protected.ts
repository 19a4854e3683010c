import { sql } from 'kysely'
import { days, later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { mayHearOfUnread } from '../policy.ts'
import { finishedKinds } from '../status.ts'
import '../tables.ts'

/** How many cases nobody may read, and the short names of the groups that they belong to. */
export type UnreadProtected = { readonly count: number; readonly groups: readonly string[] }

/** Who hasn't logged in for so long doesn't count as somebody who reads, in milliseconds: a holiday and some. */
const gone = days(30)

/**
 * The unfinished cases with a protected party of groups in which nobody has the right to them: they would wait unseen. For administrators,
 * who can see to it that somebody gets the right; nothing of the cases is told. None for everybody else.
 */
export async function countUnreadProtected(ctx: Context): Promise<UnreadProtected> {
  if (!mayHearOfUnread(ctx.actor)) return { count: 0, groups: [] }
  return await inReading(ctx, async ({ db }) => {
    const rows = await db
      .selectFrom('cases.case as c')
      .select((row) => ['c.group_name', row.fn.countAll<string>().as('count')])
      .where('c.tenant_id', '=', ctx.tenant.id)
      .where('c.protected', '=', true)
      .where('c.status_kind', 'not in', [...finishedKinds])
      .where((row) =>
        row.not(
          row.exists(
            row
              .selectFrom('identity.staff_member as m')
              .select('m.staff_id')
              .whereRef('m.tenant_id', '=', 'c.tenant_id')
              .where('m.seen_at', '>', later(ctx.clock.now(), -gone))
              .where(sql<boolean>`c.group_name = any(m.groups) and 'protected' = any(m.rights)`),
          ),
        ),
      )
      .groupBy('c.group_name')
      .orderBy('c.group_name')
      .execute()
    return {
      count: rows.reduce((sum, row) => sum + Number(row.count), 0),
      groups: rows.map((row) => row.group_name),
    }
  })
}
