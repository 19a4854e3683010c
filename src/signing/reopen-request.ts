import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import type { Request } from './request.ts'

/**
 * Opens a sealed draft again, in role `system`, because those who sign may not read of each other any more, or it isn't known: as if the applicant had begun to
 * change it, and nobody is told who it was (B1.4). Takes the draft's lock, as the database does when it hears that somebody is protected (0038).
 */
export async function reopenRequest(
  ctx: Context,
  { db, record }: Transaction,
  { draft, state }: Pick<Request, 'draft' | 'state'>,
): Promise<void> {
  await sql`select signing.reopen(${ctx.tenant.id}, ${draft})`.execute(db)
  if (state === 'collecting') record({ type: 'draft.reopened', subject: draft, data: {} })
}

/** Opens again all that somebody, who is protected, was to sign with others, and forgets who they were named as, in role `system`. */
export async function endTogether(ctx: Context, { db }: Transaction, person: string): Promise<void> {
  await sql`select signing.end_together(${ctx.tenant.id}, ${person})`.execute(db)
}
