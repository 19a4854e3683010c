import { z } from 'zod'
import { type Citizen, type StaffMember, system } from '../../platform/actor.ts'
import { later } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { openJson, sealJson } from '../../platform/cryptography/sealing.ts'
import { inReading, inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { AnyForm } from '../../platform/http/page.ts'
import '../tables.ts'
import { transactionLifetime } from '../transaction.ts'

/**
 * What somebody sent that can only be done when they have shown (again) who they are. A `step` of a form goes on by itself; a `page` gets back in its fields what
 * was typed there, and nothing is done; `details` (Mina uppgifter) are changed by themselves once it is known that it's they.
 */
export const InterruptedPost = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), draft: z.string(), step: z.string(), form: AnyForm }),
  z.object({ kind: z.literal('page'), path: z.string(), form: AnyForm, lostFiles: z.boolean() }),
  z.object({ kind: z.literal('details'), path: z.string(), form: AnyForm, lostFiles: z.literal(false) }),
])

export type InterruptedPost = z.infer<typeof InterruptedPost>

/** Whose session a post came in, live or over. */
export type SessionOwner = Pick<Citizen | StaffMember, 'kind' | 'id' | 'sessionId'>

/** Who takes a post out: whoever's it is, in whichever session. */
type Reader = Pick<Citizen | StaffMember, 'kind' | 'id'>

const ownerColumn = ({ kind }: Reader) => (kind === 'citizen' ? 'person_id' : 'staff_id')

const binding = (post: string): string => `interrupted-post:${post}`

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
    await db
      .insertInto('identity.interrupted_post')
      .values({
        tenant_id: ctx.tenant.id,
        post_id: id,
        person_id: owner.kind === 'citizen' ? owner.id : null,
        staff_id: owner.kind === 'staff' ? owner.id : null,
        sealed: sealJson(ctx.vault.tenantKey(ctx.tenant.id, 'login'), post, binding(id)),
        expires_at: later(ctx.clock.now(), transactionLifetime),
      })
      .execute()
    return id
  })
}

async function isEnded(ctx: Context, db: Transaction['db'], { kind, id, sessionId }: SessionOwner): Promise<boolean> {
  const session = await db
    .selectFrom('identity.session')
    .select('ended_at')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('session_id', '=', sessionId)
    .where(ownerColumn({ kind, id }), '=', id)
    // "Logga ut överallt" waits for this post and throws it away, or comes first, and then it isn't kept.
    .forShare()
    .executeTakeFirst()
  return !session || session.ended_at !== null
}

/** Takes out, once, what the reader had sent; undefined for everybody else, and when it is too late. */
export async function takeInterruptedPost(
  ctx: Context,
  reader: Reader,
  id: string,
): Promise<InterruptedPost | undefined> {
  const row = await inTransaction(actingAs(ctx, system), async ({ db }) =>
    db
      .deleteFrom('identity.interrupted_post')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('post_id', '=', id)
      .where(ownerColumn(reader), '=', reader.id)
      .where('expires_at', '>', ctx.clock.now())
      .returning('sealed')
      .executeTakeFirst(),
  )
  return row && opened(ctx, id, row.sealed)
}

/** Shows the reader what they had sent, and keeps it: a page may be loaded twice. Undefined for everybody else, and when it is too late. */
export async function findInterruptedPost(
  ctx: Context,
  reader: Reader,
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
        .where(ownerColumn(reader), '=', reader.id)
        .where('expires_at', '>', ctx.clock.now())
        .executeTakeFirst(),
  )
  return row && opened(ctx, id, row.sealed)
}

const opened = (ctx: Context, id: string, sealed: Uint8Array): InterruptedPost =>
  InterruptedPost.parse(openJson(ctx.vault.tenantKey(ctx.tenant.id, 'login'), sealed, binding(id)))
