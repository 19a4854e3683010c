import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { type CatalogueEntry, type FilledInService, isFilledIn } from '../model.ts'
import { mayDo } from '../policy.ts'
import '../tables.ts'
import { readVersions } from './read-version.ts'

/** What the catalogue has under a short name, of whatever kind, in its current version. */
export async function findEntryByName(ctx: Context, shortName: string): Promise<CatalogueEntry | undefined> {
  if (!mayDo(ctx.actor, 'read')) throw notFound()
  return await inReading(ctx, async (tx) => {
    const service = await tx.db
      .selectFrom('catalogue.service')
      .select('current_version_id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('short_name', '=', shortName)
      .executeTakeFirst()
    const versionId = service?.current_version_id
    if (!versionId) return undefined
    return (await readVersions(ctx, [versionId], async (work) => await work(tx))).get(versionId)
  })
}

/** What can be filled in under a short name, in its current version: what a new draft is begun with. */
export async function findFilledInByName(ctx: Context, shortName: string): Promise<FilledInService | undefined> {
  const entry = await findEntryByName(ctx, shortName)
  return entry && isFilledIn(entry) ? entry : undefined
}
