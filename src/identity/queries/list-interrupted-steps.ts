import { type Citizen, system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { openPost } from '../interrupted-post.ts'
import '../tables.ts'

/**
 * Ids of the steps of forms that somebody had sent too late, in whichever window, oldest first: whatever they log in for, what they typed is saved.
 */
export async function listInterruptedSteps(ctx: Context, citizen: Citizen): Promise<readonly string[]> {
  const rows = await inReading(
    actingAs(ctx, system),
    async ({ db }) =>
      await db
        .selectFrom('identity.interrupted_post')
        .select(['post_id', 'sealed'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('person_id', '=', citizen.id)
        .where('expires_at', '>', ctx.clock.now())
        .orderBy('post_id')
        .execute(),
  )
  return rows
    .filter(({ post_id, sealed }) => openPost(ctx, post_id, sealed).kind === 'step')
    .map(({ post_id }) => post_id)
}
