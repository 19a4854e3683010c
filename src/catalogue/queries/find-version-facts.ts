import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { mayDo } from '../policy.ts'
import '../tables.ts'

/** Which version of its service a version is: its number among them, when it was published, and whether it is the one in use. */
export type VersionFacts = { readonly number: number; readonly publishedAt: Date; readonly isCurrent: boolean }

/** Reads that of a version; undefined when there is no such version in the municipality. */
export async function findVersionFacts(ctx: Context, versionId: string): Promise<VersionFacts | undefined> {
  if (!mayDo(ctx.actor, 'read')) throw notFound()
  return await inReading(ctx, async ({ db }) => {
    const row = await db
      .selectFrom('catalogue.service_version as version')
      .innerJoin('catalogue.service as service', (join) =>
        join
          .onRef('service.tenant_id', '=', 'version.tenant_id')
          .onRef('service.service_id', '=', 'version.service_id'),
      )
      .select(['version.number', 'version.published_at', 'service.current_version_id'])
      .where('version.tenant_id', '=', ctx.tenant.id)
      .where('version.version_id', '=', versionId)
      .executeTakeFirst()
    return row && { number: row.number, publishedAt: row.published_at, isCurrent: row.current_version_id === versionId }
  })
}
