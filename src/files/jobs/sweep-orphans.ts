import { sql } from 'kysely'
import { hours, later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { RecurringJob } from '../../platform/jobs/job.ts'
import '../tables.ts'

/** A file is stored before it is anybody's: this long it may wait for its owner's transaction. */
const grace = hours(6)

/** How many files one round takes, so that no transaction grows long. */
const batch = 500

/**
 * Removes files that nothing refers to: uploads that were broken off, files of deleted drafts. The row goes first, since a foreign
 * key then proves that nobody has it; the blob follows. A blob left behind by a crash in between is swept by its age.
 */
export const sweepOrphans: RecurringJob = {
  name: 'files-sweep-orphans',
  cron: '15 2 * * *',
  perform: async (ctx) => {
    for (;;) {
      const removed = await removeUnreferenced(ctx)
      for (const { blob, thumbnail } of removed) {
        await ctx.blobs.remove(blob)
        if (thumbnail !== null) await ctx.blobs.remove(thumbnail)
      }
      if (removed.length < batch) break
    }
    for await (const blobs of inBatches(ctx.blobs.listOlderThan(later(ctx.clock.now(), -grace)))) {
      for (const blob of await withoutRow(ctx, blobs)) await ctx.blobs.remove(blob)
    }
  },
}

/** Of some blobs, those that no file lies in. */
async function withoutRow(ctx: Context, blobs: readonly string[]): Promise<readonly string[]> {
  const rows = await inTransaction(ctx, async ({ db }) =>
    db
      .selectFrom('files.file')
      .select(['blob', 'thumbnail'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where((row) => row.or([row('blob', 'in', blobs), row('thumbnail', 'in', blobs)]))
      .execute(),
  )
  const known = new Set(rows.flatMap(({ blob, thumbnail }) => [blob, thumbnail]))
  return blobs.filter((blob) => !known.has(blob))
}

async function* inBatches(names: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let held: string[] = []
  for await (const name of names) {
    held.push(name)
    if (held.length === batch) {
      yield held
      held = []
    }
  }
  if (held.length > 0) yield held
}

type Removed = { readonly blob: string; readonly thumbnail: string | null }

async function removeUnreferenced(ctx: Context): Promise<readonly Removed[]> {
  const before = later(ctx.clock.now(), -grace)
  return await inTransaction(ctx, async ({ db }) => {
    const { rows } =
      await sql<Removed>`select blob, thumbnail from files.delete_unreferenced(${before}, ${batch})`.execute(db)
    return rows
  })
}
