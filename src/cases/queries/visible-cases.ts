import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { seesProtected } from '../policy.ts'
import '../tables.ts'

/** Which of some cases the actor may read, in one query: a citizen's own, those that a staff member handles, all for the system. */
export async function visibleCases(
  ctx: Context,
  tx: Reading,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { actor } = ctx
  if (caseIds.length === 0) return new Set()
  const some = tx.db
    .selectFrom('cases.case as c')
    .select('c.case_id')
    .where('c.tenant_id', '=', ctx.tenant.id)
    .where('c.case_id', 'in', [...caseIds])
  const seen = async (query: typeof some) => new Set((await query.execute()).map((row) => row.case_id))
  switch (actor.kind) {
    case 'system':
      return await seen(some)
    case 'staff':
      if (actor.groups.length === 0) return new Set()
      return await seen(
        some
          .where('c.group_name', 'in', [...actor.groups])
          .$if(!seesProtected(actor), (query) => query.where('c.protected', '=', false)),
      )
    case 'citizen':
      return await seen(
        some.where((of) =>
          of.exists(
            of
              .selectFrom('cases.case_party as p')
              .select('p.party_id')
              .whereRef('p.tenant_id', '=', 'c.tenant_id')
              .whereRef('p.case_id', '=', 'c.case_id')
              .where('p.person_id', '=', actor.id)
              .where('p.until', 'is', null),
          ),
        ),
      )
    case 'visitor':
      return new Set()
  }
}
