import { type Citizen, type StaffMember, system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { EndedHow } from '../events.ts'
import { factColumns, factsOf } from '../session-facts.ts'
import '../tables.ts'

type Owner = Pick<Citizen | StaffMember, 'kind' | 'id'>

/** Ends the session that the request came with, if any: its person has logged out, or has logged in anew. */
export async function endSession(ctx: Context, how: 'logged-out' | 'renewed' = 'logged-out'): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'citizen' && actor.kind !== 'staff') return
  await inTransaction(actingAs(ctx, system), async (tx) => {
    await endSessions(ctx, tx, actor, { how, session: actor.sessionId })
  })
}

/** Ends another of the person's own sessions. Throws `not-found` for one that isn't theirs; one that has ended already stays so. */
export async function endOwnSession(ctx: Context, session: string): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') throw notFound()
  await inTransaction(actingAs(ctx, system), async (tx) => {
    const own = await tx.db
      .selectFrom('identity.session')
      .select('session_id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', actor.id)
      .where('session_id', '=', session)
      .executeTakeFirst()
    if (!own) throw notFound()
    await endSessions(ctx, tx, actor, { how: 'from-list', session })
  })
}

/**
 * "Logga ut överallt": ends all sessions of the person in this municipality, this one too, and throws away what they had sent and not finished.
 * A request under way finds either its session or nothing: what it would still keep for them waits for the session's row.
 */
export async function endAllOwnSessions(ctx: Context): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') throw notFound()
  await inTransaction(actingAs(ctx, system), async (tx) => {
    await endSessions(ctx, tx, actor, { how: 'everywhere' })
    await tx.db
      .deleteFrom('identity.interrupted_post')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', actor.id)
      .execute()
  })
}

/**
 * Ends one or all sessions of somebody that have not been ended; those that were over by time are no longer for late posts either, and nothing
 * is said of them. One statement: of two windows that press at once, one ends it.
 */
async function endSessions(
  ctx: Context,
  { db, record }: Transaction,
  owner: Owner,
  { how, session }: { readonly how: EndedHow; readonly session?: string },
): Promise<void> {
  const now = ctx.clock.now()
  const ended = await db
    .updateTable('identity.session')
    .set({ ended_at: now })
    .where('tenant_id', '=', ctx.tenant.id)
    .where(owner.kind === 'citizen' ? 'person_id' : 'staff_id', '=', owner.id)
    .where('ended_at', 'is', null)
    .$if(session !== undefined, (query) => query.where('session_id', '=', session ?? ''))
    .returning([...factColumns, 'idle_ends_at', 'ends_at'])
    .execute()
  for (const row of ended) {
    if (row.idle_ends_at <= now || row.ends_at <= now) continue
    record({ type: 'session.ended', subject: owner.id, data: { ...factsOf(row), how } })
  }
}
