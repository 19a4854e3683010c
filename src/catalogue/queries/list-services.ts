import { type SqlBool, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { ListedService } from '../model.ts'
import { mayDo } from '../policy.ts'
import { wordsToFind } from '../search-words.ts'
import { byTitle, listedColumns, toListed } from './listed.ts'

/** The services of the municipality's catalogue, or of one category, by title as the reader's language sorts. */
export async function listServices(
  ctx: Context,
  filter: { readonly category?: string | undefined } = {},
): Promise<readonly ListedService[]> {
  return await reading(ctx, async ({ db }) => {
    const rows = await db
      .selectFrom('catalogue.service')
      .select(listedColumns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('current_version_id', 'is not', null)
      .$if(filter.category !== undefined, (query) => query.where('category', '=', filter.category ?? ''))
      .orderBy(byTitle(ctx.texts.language))
      .execute()
    return rows.map(toListed(ctx))
  })
}

/** The services that have received most cases, at most `count` of them. */
export async function listPopular(ctx: Context, count: number): Promise<readonly ListedService[]> {
  return await reading(ctx, async ({ db }) => {
    const rows = await db
      .selectFrom('catalogue.service')
      .select(listedColumns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('current_version_id', 'is not', null)
      .orderBy('submissions', 'desc')
      .orderBy(byTitle(ctx.texts.language))
      .limit(count)
      .execute()
    return rows.map(toListed(ctx))
  })
}

/** The services that a search finds, the likeliest first. Forgives misspelling, inflection and compounds. */
export async function searchServices(ctx: Context, search: string): Promise<readonly ListedService[]> {
  const words = wordsToFind(search).join(' ')
  if (words === '') return []
  return await reading(ctx, async ({ db }) => {
    // The function answers ids past row-level security; joining the table reads the rows again under it.
    const found = sql<{ service_id: string; rank: number }>`search.find_services(${words})`.as<'found'>('found')
    const rows = await db
      .selectFrom('catalogue.service')
      .innerJoin(found, (join) => join.on(sql<SqlBool>`found.service_id = catalogue.service.service_id`))
      .select(listedColumns)
      .where('catalogue.service.tenant_id', '=', ctx.tenant.id)
      .orderBy(sql`found.rank`, 'desc')
      .orderBy('submissions', 'desc')
      .orderBy(byTitle(ctx.texts.language))
      .execute()
    return rows.map(toListed(ctx))
  })
}

async function reading<Value>(ctx: Context, work: (tx: Reading) => Promise<Value>): Promise<Value> {
  if (!mayDo(ctx.actor, 'read')) throw notFound()
  return await inReading(ctx, work)
}
