import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { LocalizedText } from '../../platform/texts/localized.ts'
import type { Category } from '../category.ts'
import { mayDo } from '../policy.ts'
import '../tables.ts'

/** A category and how many services it holds. */
export type CountedCategory = Category & { readonly count: number }

/** The categories that hold something, by title as the reader's language sorts. */
export async function listCategories(ctx: Context): Promise<readonly CountedCategory[]> {
  if (!mayDo(ctx.actor, 'read')) throw notFound()
  return await inReading(ctx, async ({ db }) => {
    const rows = await db
      .selectFrom('catalogue.category as category')
      .innerJoin('catalogue.service as service', (join) =>
        join
          .onRef('service.tenant_id', '=', 'category.tenant_id')
          .onRef('service.category', '=', 'category.name')
          .on('service.current_version_id', 'is not', null),
      )
      .select((row) => ['category.name', 'category.title', row.fn.countAll<number>().as('count')])
      .where('category.tenant_id', '=', ctx.tenant.id)
      .groupBy(['category.tenant_id', 'category.name'])
      .orderBy(sql`coalesce(category.title ->> ${ctx.texts.language}, category.title ->> 'sv') collate "sv-x-icu"`)
      .execute()
    return rows.map(({ name, title, count }) => ({ name, title: LocalizedText.parse(title), count }))
  })
}
