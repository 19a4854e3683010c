import type { Context } from '../platform/context.ts'
import type { Reading } from '../platform/database/transaction.ts'
import './tables.ts'

/** Begins a query, in role `system`, for those who have been asked to sign (`p`) what still collects signatures (`r`) and haven't answered; the applicant isn't asked. */
export const askedParties = (ctx: Context, { db }: Reading) =>
  db
    .selectFrom('signing.party as p')
    .innerJoin('signing.request as r', (on) =>
      on.onRef('r.tenant_id', '=', 'p.tenant_id').onRef('r.draft_id', '=', 'p.draft_id'),
    )
    .where('p.tenant_id', '=', ctx.tenant.id)
    .where('p.state', 'in', ['invited', 'read'])
    .where('p.position', '>', 0)
    .where('r.state', '=', 'collecting')
