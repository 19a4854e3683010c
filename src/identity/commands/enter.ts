import { type Citizen, visitorIdOf } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { getTenant } from '../../tenants/public.ts'
import { browserNameOf } from '../browser-name.ts'
import type { IdentityPorts } from '../ports.ts'
import { findInterruptedPost } from '../queries/find-interrupted-post.ts'
import { listInterruptedSteps } from '../queries/list-interrupted-steps.ts'
import { endSession } from './end-session.ts'
import { forgetInterruptedPost } from './forget-interrupted-post.ts'
import { type OpenedSession, openCitizenSession } from './open-session.ts'
import type { TakenIdentity } from './take-identity.ts'

/** Somebody else than the one who is logged in has shown who they are. */
class SomebodyElse extends Error {}

/** Somebody who has come in: the secret for their session's cookie, and where they go on. */
export type Entered = { readonly token: string; readonly goesTo: string }

/**
 * Logs in somebody who has shown who they are, gives them what they had done as a visitor, and does what they wished. Who identifies themselves
 * once more must be the one who is logged in: nobody else gets a session by that. One whose session has ended meanwhile is logged in as usual.
 */
export async function enter(
  ctx: Context,
  ports: IdentityPorts,
  given: {
    readonly taken: TakenIdentity
    readonly visitor: string | undefined
    readonly userAgent: string | undefined
  },
): Promise<Result<Entered, 'somebody-else'>> {
  const { taken, visitor } = given
  const current = ctx.actor.kind === 'citizen' ? ctx.actor : undefined
  try {
    const session = await openCitizenSession(
      ctx,
      {
        tenant: await getTenant(ctx),
        method: taken.method,
        identity: taken.identity,
        browser: browserNameOf(given.userAgent),
      },
      {
        registers: ports.registers,
        recognised: async (asSystem, tx, personId) => {
          // Thrown, so that nothing of what the login has begun is kept.
          if (taken.purpose === 'again' && current && personId !== current.id) throw new SomebodyElse()
          if (visitor) await ports.claimDrafts(asSystem, tx, { visitorId: visitorIdOf(visitor), personId })
          await ports.joinInvitations(asSystem, tx, personId)
        },
      },
    )
    if (current) await endSession(ctx, 'renewed')
    return ok(await goOn(ctx, ports, taken, session))
  } catch (error) {
    if (error instanceof SomebodyElse) return failed('somebody-else')
    throw error
  }
}

/** Whatever comes of what they wished, they are in. */
async function goOn(
  ctx: Context,
  ports: IdentityPorts,
  { wish, returnTo }: TakenIdentity,
  { actor, token }: OpenedSession<Citizen>,
): Promise<Entered> {
  const asCitizen = { ...ctx, actor }
  const resumed = new Map<string, string>()
  for (const id of new Set([
    ...(await listInterruptedSteps(ctx, actor)),
    ...(wish?.kind === 'resume' ? [wish.post] : []),
  ])) {
    const path = await unlessItFails(ctx, async () => await resume(ports, asCitizen, id))
    if (path !== undefined) resumed.set(id, path)
  }
  const wished =
    wish?.kind === 'start'
      ? await unlessItFails(ctx, async () => await ports.startService(asCitizen, wish.service))
      : wish?.kind === 'resume'
        ? resumed.get(wish.post)
        : undefined
  return { token, goesTo: wished ?? returnTo ?? '/mina-sidor' }
}

/** Does what somebody had sent too late, and only then forgets it. Answers the path to go on at; undefined for what isn't theirs, or is too old. */
async function resume(ports: IdentityPorts, ctx: Context & { readonly actor: Citizen }, id: string) {
  const post = await findInterruptedPost(ctx, ctx.actor, id)
  if (!post) return undefined
  const path = await ports.resumePost(ctx, post)
  // A page's fields are shown as they were typed, as often as it is loaded.
  if (post.kind !== 'page') await forgetInterruptedPost(ctx, ctx.actor, id)
  return path
}

/** What fails is kept for the next time, and seen by operators. */
async function unlessItFails(ctx: Context, work: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await work()
  } catch (err) {
    ctx.log.error({ code: 'login-wish-failed', err }, 'what somebody wished could not be done when they had logged in')
    return undefined
  }
}
