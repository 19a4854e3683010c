import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '../../forms/canonical-json.ts'
import type { Json } from '../../forms/json.ts'
import { ownFilePath } from '../../forms/own-file.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { ownFilesIn } from '../content-files.ts'
import { CatalogueDefinition } from '../definition/definition.ts'
import { listingOf } from '../definition/listing.ts'
import '../events.ts'
import { mayDo } from '../policy.ts'
import { searchTexts } from '../search-words.ts'
import '../tables.ts'

/** What came of publishing: `isNew` is false when the current version was the same already. */
export type Publication = { readonly serviceId: string; readonly versionId: string; readonly isNew: boolean }

/** Why something can't be published; `problems` names each place in the definition and what is wrong there. */
export type PublicationProblem =
  | { readonly kind: 'invalid'; readonly problems: string }
  | { readonly kind: 'unknown-category'; readonly category: string }
  /** One of its own files is not among those that are kept, or it isn't said which it is. */
  | { readonly kind: 'unknown-file'; readonly file: string }

/**
 * Publishes a definition, as written in JSON, as a new version that nobody can change, and makes it the one that is used from
 * now on. What happens with drafts of the version before, the new one says itself. Does nothing when the current version is the same, so it may be run again and again.
 */
export async function publishService(ctx: Context, json: unknown): Promise<Result<Publication, PublicationProblem>> {
  if (!mayDo(ctx.actor, 'publish')) throw notFound()
  const parsed = CatalogueDefinition.safeParse(json)
  if (!parsed.success) return failed({ kind: 'invalid', problems: z.prettifyError(parsed.error) })
  const definition = parsed.data
  const plain = WrittenJson.parse(json)
  const written = canonicalJson(plain)
  const digest = createHash('sha256').update(written).digest()

  return await inTransaction(ctx, async (tx): Promise<Result<Publication, PublicationProblem>> => {
    if (!(await categoryExists(ctx, tx, definition.category))) {
      return failed({ kind: 'unknown-category', category: definition.category })
    }
    const unknown = await findUnknownFile(ctx, tx, plain)
    if (unknown !== undefined) return failed({ kind: 'unknown-file', file: unknown })
    const service = await lockService(ctx, tx, definition)
    if (service.versionId !== null && service.digest?.equals(digest)) {
      return ok({ serviceId: service.serviceId, versionId: service.versionId, isNew: false })
    }
    const versionId = ctx.ids.next()
    const number = service.latestNumber + 1
    const drafts = definition.kind === 'external' ? 'finish' : definition.drafts
    await tx.db
      .insertInto('catalogue.service_version')
      .values({
        tenant_id: ctx.tenant.id,
        version_id: versionId,
        service_id: service.serviceId,
        number,
        schema_version: definition.schemaVersion,
        definition: written,
        digest,
        published_at: ctx.clock.now(),
        drafts,
      })
      .execute()
    await tx.db
      .updateTable('catalogue.service')
      .set({ ...shownOf(definition), current_version_id: versionId })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('service_id', '=', service.serviceId)
      .execute()
    tx.record({ type: 'service.published', subject: service.serviceId, data: { versionId, number, drafts } })
    return ok({ serviceId: service.serviceId, versionId, isNew: true })
  })
}

/** Any JSON: the definition is stored as it was written, so that its digest changes with its words alone. */
const WrittenJson: z.ZodType<Json> = z.json()

async function categoryExists(ctx: Context, { db }: Transaction, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('catalogue.category')
    .select('name')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('name', '=', name)
    .executeTakeFirst()
  return row !== undefined
}

/** The name of an own file that nobody could fetch; undefined when all of them are kept. */
async function findUnknownFile(ctx: Context, { db }: Transaction, json: Json): Promise<string | undefined> {
  const files = ownFilesIn(json)
  if (files.length === 0) return undefined
  const rows = await db
    .selectFrom('catalogue.own_file')
    .select('address')
    .where('tenant_id', '=', ctx.tenant.id)
    .execute()
  const kept = new Set(rows.map(({ address }) => `/filer/${address}`))
  return files.find((file) => !kept.has(ownFilePath(file) ?? ''))?.file
}

/** The service's row, made if it is new, and its current and latest versions. */
async function lockService(ctx: Context, { db }: Transaction, definition: CatalogueDefinition) {
  await db
    .insertInto('catalogue.service')
    .values({
      tenant_id: ctx.tenant.id,
      service_id: ctx.ids.next(),
      short_name: definition.shortName,
      ...shownOf(definition),
      current_version_id: null,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'short_name']).doNothing())
    .execute()
  const service = await db
    .selectFrom('catalogue.service')
    .select(['service_id', 'current_version_id'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('short_name', '=', definition.shortName)
    // Two processes that start at once publish the same content: the later waits here and then finds nothing to do.
    .forUpdate()
    .executeTakeFirstOrThrow()
  const versions = await db
    .selectFrom('catalogue.service_version')
    .select(['version_id', 'number', 'digest'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('service_id', '=', service.service_id)
    .orderBy('number', 'desc')
    .execute()
  return {
    serviceId: service.service_id,
    versionId: service.current_version_id,
    latestNumber: versions[0]?.number ?? 0,
    digest: versions.find((version) => version.version_id === service.current_version_id)?.digest,
  }
}

const shownOf = (definition: CatalogueDefinition) => {
  const { title, text } = searchTexts(definition)
  return {
    kind: definition.kind,
    category: definition.category,
    listing: JSON.stringify(listingOf(definition)),
    search_title: title,
    search_text: text,
  }
}
