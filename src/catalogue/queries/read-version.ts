import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { PublishedDefinition } from '../definition/definition.ts'
import { withExpressions } from '../definition/earlier-form.ts'
import type { CatalogueEntry } from '../model.ts'
import '../tables.ts'

/** How many parsed versions a process keeps: those of several municipalities' busy services, some tens of kilobytes each. */
const mostKept = 1_000

/**
 * Parsed versions, by municipality and id. A version never changes, so it is read and parsed once; the municipality is part of the
 * name, so that no other one finds it here past row-level security.
 */
const kept = new Map<string, CatalogueEntry>()

const keptName = (ctx: Context, versionId: string): string => `${ctx.tenant.id} ${versionId}`

/** The versions of the ids, in one query for those that this process has not read before. Ids that don't exist are left out. */
export async function readVersions(
  ctx: Context,
  ids: readonly string[],
  open: <Value>(work: (tx: Reading) => Promise<Value>) => Promise<Value>,
): Promise<ReadonlyMap<string, CatalogueEntry>> {
  const known = new Map<string, CatalogueEntry>()
  for (const id of ids) {
    const entry = kept.get(keptName(ctx, id))
    if (entry) known.set(id, entry)
  }
  const missing = [...new Set(ids)].filter((id) => !known.has(id))
  if (missing.length === 0) return known
  const rows = await open(async ({ db }) => await selectVersions(ctx, db, missing))
  for (const row of rows) {
    const entry: CatalogueEntry = {
      serviceId: row.service_id,
      shortName: row.short_name,
      versionId: row.version_id,
      definition: PublishedDefinition.parse(withExpressions(row.definition)),
    }
    known.set(row.version_id, entry)
    keep(keptName(ctx, row.version_id), entry)
  }
  return known
}

const selectVersions = async (ctx: Context, db: Reading['db'], ids: readonly string[]) =>
  await db
    .selectFrom('catalogue.service_version as version')
    .innerJoin('catalogue.service as service', (join) =>
      join.onRef('service.tenant_id', '=', 'version.tenant_id').onRef('service.service_id', '=', 'version.service_id'),
    )
    .select(['version.service_id', 'service.short_name', 'version.version_id', 'version.definition'])
    .where('version.tenant_id', '=', ctx.tenant.id)
    .where('version.version_id', 'in', [...ids])
    .execute()

function keep(name: string, entry: CatalogueEntry): void {
  kept.set(name, entry)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}
