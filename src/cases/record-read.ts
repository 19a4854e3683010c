import { sql } from 'kysely'
import { hours, later } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import type { NewEvent } from '../platform/events/event.ts'
import type { KnownCase } from './case.ts'
import { idOf, writeHistory } from './history.ts'

/** For how long a reader stands in the history once, in milliseconds: it tells who has read, the audit log how often. */
const onceIn = hours(1)

type Read = Pick<KnownCase, 'caseId' | 'isProtected'>

/** The event of a staff member's reading. Of a case with a protected party it says so: in the audit log such reads have a view of their own. */
export const readOf = ({ caseId, isProtected }: Read): NewEvent => ({
  type: 'case.read',
  subject: caseId,
  data: isProtected ? { protected: true } : {},
})

/** Writes down that a staff member reads a case (S1: "history of everything, also of who has read the case"). */
export async function recordRead(ctx: Context, tx: Transaction, it: Read): Promise<void> {
  const { caseId } = it
  tx.record(readOf(it))
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
