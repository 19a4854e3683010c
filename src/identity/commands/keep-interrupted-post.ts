import { system } from '../../platform/actor.ts'
import { later } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { type InterruptedPost, sealPost } from '../interrupted-post.ts'
import { ownerColumn, type SessionOwner } from '../owner.ts'
import '../tables.ts'
import { transactionLifetime } from '../transaction.ts'

/**
 * Keeps, encrypted, what somebody sent, for them alone, as long as an identification may take. Answers its id; undefined when the session has
 * been ended by "Logga ut" meanwhile: then nothing is kept for anybody.
 */
export async function keepInterruptedPost(
  ctx: Context,
  owner: SessionOwner,
  post: InterruptedPost,
): Promise<string | undefined> {
  const id = ctx.ids.next()
  return await inTransaction(actingAs(ctx, system), async ({ db }) => {
    if (await isEnded(ctx, db, owner)) return undefined
    await makeRoom(ctx, db, owner)
    await db
      .insertInto('identity.interrupted_post')
      .values({
        tenant_id: ctx.tenant.id,
        post_id: id,
        person_id: null,
        staff_id: null,
        [ownerColumn(owner)]: owner.id,
        sealed: sealPost(ctx, id, post),
        expires_at: later(ctx.clock.now(), transactionLifetime),
      })
      .execute()
    return id
  })
}

/** Somebody with many windows has as many posts; more than that, nobody has typed. The oldest give way. */
const most = 20

async function makeRoom(ctx: Context, db: Transaction['db'], owner: SessionOwner): Promise<void> {
  await db
    .deleteFrom('identity.interrupted_post')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('post_id', 'in', (of) =>
      of
        .selectFrom('identity.interrupted_post')
        .select('post_id')
        .where('tenant_id', '=', ctx.tenant.id)
        .where(ownerColumn(owner), '=', owner.id)
        .orderBy('post_id', 'desc')
        .offset(most - 1),
    )
    .execute()
}

async function isEnded(ctx: Context, db: Transaction['db'], owner: SessionOwner): Promise<boolean> {
  const session = await db
    .selectFrom('identity.session')
    .select('ended_at')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('session_id', '=', owner.sessionId)
    .where(ownerColumn(owner), '=', owner.id)
    // "Logga ut överallt" waits for this post and throws it away, or comes first, and then it isn't kept.
    .forShare()
    .executeTakeFirst()
  return !session || session.ended_at !== null
}
