import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { Listing } from '../definition/listing.ts'
import type { Open } from '../definition/open.ts'
import { type Opening, openingAt } from '../opening/opening.ts'
import { mayDo } from '../policy.ts'
import { closedByHand } from './listed.ts'
import '../tables.ts'

/** How an e-service stands now, whatever version somebody has begun in. */
export type Standing = {
  readonly opening: Opening
  /** Whether somebody has closed it by hand, and that still holds. */
  readonly closedByHand: boolean
  /** Its newest version's own words of when and to whom it is open. */
  readonly open: Open | undefined
  /** The versions, oldest first, that a draft of the version asked for is to move through; none when it stays. */
  readonly moves: readonly string[]
}

type Asked = { readonly serviceId: string; readonly versionId: string }

/** How an e-service stands for a draft of one of its versions; `tx` as for `getServiceVersion`. Throws when there is no such service. */
export async function getStanding(ctx: Context, asked: Asked, tx?: Reading): Promise<Standing> {
  if (!mayDo(ctx.actor, 'read')) throw notFound()
  return tx
    ? await readStanding(ctx, tx, asked)
    : await inReading(ctx, async (own) => await readStanding(ctx, own, asked))
}

async function readStanding(ctx: Context, tx: Reading, { serviceId, versionId }: Asked): Promise<Standing> {
  const row = await tx.db
    .selectFrom('catalogue.service')
    .select(['listing', 'current_version_id', 'closed_since', 'closed_until'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('service_id', '=', serviceId)
    .executeTakeFirst()
  if (!row) throw notFound()
  const { open } = Listing.parse(row.listing)
  const closed = closedByHand(row)
  const now = ctx.clock.now()
  return {
    open,
    opening: openingAt({ open, closed, timeZone: ctx.tenant.timeZone }, now),
    closedByHand: closed !== undefined && (closed.until === undefined || closed.until > now),
    moves: row.current_version_id === versionId ? [] : await movesFrom(ctx, tx, { serviceId, versionId }),
  }
}

/**
 * The versions after one, as long as each says that drafts move to it, and is of the same kind. So it makes no difference whether an owner opens their draft after
 * each publication or after many.
 */
async function movesFrom(ctx: Context, { db }: Reading, { serviceId, versionId }: Asked): Promise<readonly string[]> {
  const versions = await db
    .selectFrom('catalogue.service_version')
    .select(['version_id', 'kind', 'drafts'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('service_id', '=', serviceId)
    .orderBy('number')
    .execute()
  const place = versions.findIndex((version) => version.version_id === versionId)
  const later = place < 0 ? [] : versions.slice(place + 1)
  const kind = versions[place]?.kind
  const stops = later.findIndex((version) => version.drafts === 'finish' || version.kind !== kind)
  return (stops < 0 ? later : later.slice(0, stops)).map(({ version_id }) => version_id)
}
