import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { type InterruptedPost, openPost } from '../interrupted-post.ts'
import { type Owner, ownerColumn } from '../owner.ts'
import '../tables.ts'

/** What the owner had sent, in whichever session; a page may be loaded twice. Undefined for everybody else, and when it is too late. */
export async function findInterruptedPost(
  ctx: Context,
  owner: Owner,
  id: string,
): Promise<InterruptedPost | undefined> {
  const row = await inReading(
    actingAs(ctx, system),
    async ({ db }) =>
      await db
        .selectFrom('identity.interrupted_post')
        .select('sealed')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('post_id', '=', id)
        .where(ownerColumn(owner), '=', owner.id)
        .where('expires_at', '>', ctx.clock.now())
        .executeTakeFirst(),
  )
  return row && openPost(ctx, id, row.sealed)
}
