import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { Category } from '../category.ts'
import { mayDo } from '../policy.ts'
import '../tables.ts'

/** Adds areas to the municipality's catalogue, or gives those that exist new titles. */
export async function saveCategories(ctx: Context, categories: readonly Category[]): Promise<void> {
  if (!mayDo(ctx.actor, 'publish')) throw notFound()
  if (categories.length === 0) return
  await inTransaction(ctx, async ({ db }) => {
    await db
      .insertInto('catalogue.category')
      .values(
        categories
          // In one order, so that two processes that start at once wait for each other instead of locking each other out.
          .toSorted((a, b) => (a.name < b.name ? -1 : 1))
          .map(({ name, title }) => ({ tenant_id: ctx.tenant.id, name, title: JSON.stringify(title) })),
      )
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'name']).doUpdateSet((row) => ({ title: row.ref('excluded.title') })),
      )
      .execute()
  })
}
