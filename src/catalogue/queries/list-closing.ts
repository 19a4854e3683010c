import { type SqlBool, sql } from 'kysely'
import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { Listing } from '../definition/listing.ts'
import { openingAt } from '../opening/opening.ts'
import { mayDo } from '../policy.ts'
import { closedByHand } from './listed.ts'
import '../tables.ts'

/** An e-service that closes: the last second in which it's open. */
export type Closing = { readonly serviceId: string; readonly until: Date }

/** The e-services that are open and close within some milliseconds. */
export async function listClosing(ctx: Context, { db }: Reading, within: number): Promise<readonly Closing[]> {
  if (!mayDo(ctx.actor, 'read')) throw notFound()
  const now = ctx.clock.now()
  const rows = await db
    .selectFrom('catalogue.service')
    .select(['service_id', 'listing', 'closed_since', 'closed_until'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('current_version_id', 'is not', null)
    .where(sql<SqlBool>`listing -> 'open' is not null`)
    .execute()
  return rows.flatMap((row): readonly Closing[] => {
    const rules = {
      open: Listing.parse(row.listing).open,
      closed: closedByHand(row),
      timeZone: ctx.tenant.timeZone,
    }
    const opening = openingAt(rules, now)
    if (opening.kind === 'closed' || !opening.until || opening.until > later(now, within)) return []
    return [{ serviceId: row.service_id, until: opening.until }]
  })
}
