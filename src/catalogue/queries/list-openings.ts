import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { Listing } from '../definition/listing.ts'
import { type Opening, openingAt } from '../opening/opening.ts'
import { mayDo } from '../policy.ts'
import { closedByHand } from './listed.ts'
import '../tables.ts'

/** Whether each of some services is open now, by its id, in one query for all of them. Those that there are not are left out. */
export async function listOpenings(ctx: Context, serviceIds: readonly string[]): Promise<ReadonlyMap<string, Opening>> {
  if (!mayDo(ctx.actor, 'read')) throw notFound()
  if (serviceIds.length === 0) return new Map()
  const { timeZone } = ctx.tenant
  const rows = await inReading(ctx, async ({ db }) =>
    db
      .selectFrom('catalogue.service')
      .select(['service_id', 'listing', 'closed_since', 'closed_until'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('service_id', 'in', [...serviceIds])
      .execute(),
  )
  const openingOf = (row: (typeof rows)[number]): Opening =>
    openingAt({ open: Listing.parse(row.listing).open, closed: closedByHand(row), timeZone }, ctx.clock.now())
  return new Map(rows.map((row) => [row.service_id, openingOf(row)]))
}
