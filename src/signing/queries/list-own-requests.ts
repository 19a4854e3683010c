import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** How many have signed, of all who are to. */
export type Signatures = { readonly signed: number; readonly of: number }

/** How it stands with the signatures of the logged-in person's own drafts, by draft, in one query; those that nobody is to sign are not in it. */
export async function listOwnRequests(
  ctx: Context,
  drafts: readonly string[],
): Promise<ReadonlyMap<string, Signatures>> {
  const { actor } = ctx
  if (drafts.length === 0 || actor.kind !== 'citizen') return new Map()
  const rows = await inReading(
    ctx,
    async ({ db }) =>
      await db
        .selectFrom('signing.party as p')
        .innerJoin('signing.request as r', (on) =>
          on.onRef('r.tenant_id', '=', 'p.tenant_id').onRef('r.draft_id', '=', 'p.draft_id'),
        )
        .select(({ fn }) => [
          'p.draft_id',
          fn.countAll<number>().as('of'),
          fn.countAll<number>().filterWhere('p.state', '=', 'signed').as('signed'),
        ])
        .where('p.tenant_id', '=', ctx.tenant.id)
        .where('p.draft_id', 'in', drafts)
        .where('r.owner_id', '=', actor.id)
        .groupBy('p.draft_id')
        .execute(),
  )
  return new Map(rows.map(({ draft_id, signed, of }) => [draft_id, { signed, of }]))
}
