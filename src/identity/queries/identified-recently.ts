import { system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { getTenant } from '../../tenants/public.ts'
import '../tables.ts'

/**
 * Whether the request's person has shown who they are within the municipality's limit (`session.reidentifyAfterMinutes`), in a session that
 * nobody has ended since. Asked before something is changed that an unattended screen must not be enough for.
 */
export async function identifiedRecently(ctx: Context): Promise<boolean> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') return false
  const { session } = await getTenant(ctx)
  const since = later(ctx.clock.now(), -minutes(session.reidentifyAfterMinutes))
  return await inReading(actingAs(ctx, system), async ({ db }) => {
    const row = await db
      .selectFrom('identity.session')
      .select('session_id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', actor.id)
      .where('session_id', '=', actor.sessionId)
      .where('ended_at', 'is', null)
      .where('identified_at', '>', since)
      .executeTakeFirst()
    return row !== undefined
  })
}
