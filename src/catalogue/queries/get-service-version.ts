import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { isService, type Service } from '../model.ts'
import { mayDo } from '../policy.ts'
import { readVersions } from './read-version.ts'

/**
 * The e-service as it was in a version. Inside a transaction give it as `tx`: a second connection for each of many requests at once
 * would empty the pool. Throws when there is no such version of an e-service in the municipality.
 */
export async function getServiceVersion(ctx: Context, versionId: string, tx?: Reading): Promise<Service> {
  const version = (await getServiceVersions(ctx, [versionId], tx)).get(versionId)
  if (!version) throw notFound()
  return version
}

/** The e-services of several versions at once, by the version's id, for lists; `tx` as for one. */
export async function getServiceVersions(
  ctx: Context,
  versionIds: readonly string[],
  tx?: Reading,
): Promise<ReadonlyMap<string, Service>> {
  if (!mayDo(ctx.actor, 'read')) throw notFound()
  const versions = await readVersions(ctx, versionIds, async (work) =>
    tx ? await work(tx) : await inReading(ctx, work),
  )
  return new Map([...versions].flatMap(([id, version]) => (isService(version) ? [[id, version] as const] : [])))
}
