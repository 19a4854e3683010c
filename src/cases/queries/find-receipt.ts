import type { ServiceDefinition } from '../../catalogue/public.ts'
import { getServiceVersion } from '../../catalogue/public.ts'
import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { referenceHash } from '../receipt.ts'

/** What a receipt tells whoever has its address. */
export type Receipt = {
  readonly caseId: string
  readonly number: string
  readonly receivedAt: Date
  /** How the service thanks. */
  readonly wording: ServiceDefinition['receipt']
  /** The one who sent still has the cookie of that visit, and may have the copy. */
  readonly isSameVisit: boolean
}

/**
 * The receipt of a reference, for 30 days. The reference itself is the right to it, so it is read as `system`: the address is kept longer
 * than the visitor's cookie. Number and time alone are for all who have it.
 */
export async function findReceipt(ctx: Context, reference: string): Promise<Receipt | undefined> {
  const { actor } = ctx
  return await inReading(actingAs(ctx, system), async (tx) => {
    const row = await tx.db
      .selectFrom('cases.receipt as r')
      .innerJoin('cases.case as c', (on) =>
        on.onRef('c.tenant_id', '=', 'r.tenant_id').onRef('c.case_id', '=', 'r.case_id'),
      )
      .innerJoin('cases.case_party as p', (on) =>
        on.onRef('p.tenant_id', '=', 'r.tenant_id').onRef('p.case_id', '=', 'r.case_id').on('p.role', '=', 'owner'),
      )
      .select(['c.case_id', 'c.number', 'c.version_id', 'c.received_at', 'p.visitor_id'])
      .where('r.tenant_id', '=', ctx.tenant.id)
      .where('r.reference_hash', '=', referenceHash(reference))
      .where('r.expires_at', '>', ctx.clock.now())
      .executeTakeFirst()
    if (!row) return undefined
    const { definition } = await getServiceVersion(ctx, row.version_id, tx)
    return {
      caseId: row.case_id,
      number: row.number,
      receivedAt: row.received_at,
      wording: definition.receipt,
      isSameVisit: actor.kind === 'visitor' && actor.id !== undefined && actor.id === row.visitor_id,
    }
  })
}
