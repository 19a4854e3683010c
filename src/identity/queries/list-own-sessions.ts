import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { type BrowserName, partsOfBrowserName } from '../browser-name.ts'
import '../tables.ts'

/** One of the reader's own sessions in this municipality. */
export type OwnSession = {
  readonly id: string
  readonly startedAt: Date
  /** The municipality's name for the way in. */
  readonly method: string
  /** Level of assurance (acr). */
  readonly level: string
  /** Undefined for a browser that has no name that people know. */
  readonly browser: BrowserName | undefined
  /** The session that asks. */
  readonly isThis: boolean
}

/** Where the reader is logged in now in this municipality: this session first, then the latest. Throws `not-found` for who is no citizen. */
export async function listOwnSessions(ctx: Context): Promise<readonly OwnSession[]> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') throw notFound()
  const now = ctx.clock.now()
  const rows = await inReading(
    actingAs(ctx, system),
    async ({ db }) =>
      await db
        .selectFrom('identity.session')
        .select(['session_id', 'created_at', 'method', 'level_of_assurance', 'browser'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('person_id', '=', actor.id)
        .where('ended_at', 'is', null)
        .where('idle_ends_at', '>', now)
        .where('ends_at', '>', now)
        .orderBy('created_at', 'desc')
        .execute(),
  )
  const sessions = rows.map((row) => ({
    id: row.session_id,
    startedAt: row.created_at,
    method: row.method,
    level: row.level_of_assurance,
    browser: row.browser === null ? undefined : partsOfBrowserName(row.browser),
    isThis: row.session_id === actor.sessionId,
  }))
  return [...sessions.filter(({ isThis }) => isThis), ...sessions.filter(({ isThis }) => !isThis)]
}
