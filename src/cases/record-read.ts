import { sql } from 'kysely'
import { hours, later } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { idOf, writeHistory } from './history.ts'

/** For how long a reader stands in the history once, in milliseconds: it tells who has read, the audit log how often. */
const onceIn = hours(1)

/** Writes down that a staff member reads a case (S1: "history of everything, also of who has read the case"). */
export async function recordRead(ctx: Context, tx: Transaction, caseId: string): Promise<void> {
  tx.record({ type: 'case.read', subject: caseId, data: {} })
  const known = await tx.db
    .selectFrom('cases.event')
    .select(sql<number>`1`.as('known'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .where('type', '=', 'case.read')
    .where('actor_id', '=', idOf(ctx.actor))
    .where('at', '>', later(ctx.clock.now(), -onceIn))
    .executeTakeFirst()
  if (!known) await writeHistory(ctx, tx, { caseId, type: 'case.read', forCitizen: false })
}
