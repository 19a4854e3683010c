import { z } from 'zod'
import { type Citizen, system } from '../../platform/actor.ts'
import { later } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { openJson, sealJson } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { AnyForm } from '../../platform/http/page.ts'
import '../tables.ts'
import { loginLifetime } from './begin-login.ts'

/** What somebody sent from a step of a form after their session had ended. */
export const InterruptedPost = z.object({ draft: z.string(), step: z.string(), form: AnyForm })

export type InterruptedPost = z.infer<typeof InterruptedPost>

const binding = (post: string): string => `interrupted-post:${post}`

/** Keeps, encrypted, what somebody sent too late, for that person alone. Answers its id. */
export async function keepInterruptedPost(ctx: Context, person: string, post: InterruptedPost): Promise<string> {
  const id = ctx.ids.next()
  await inTransaction(actingAs(ctx, system), async ({ db }) => {
    await db
      .insertInto('identity.interrupted_post')
      .values({
        tenant_id: ctx.tenant.id,
        post_id: id,
        person_id: person,
        sealed: sealJson(ctx.vault.tenantKey(ctx.tenant.id, 'login'), post, binding(id)),
        expires_at: later(ctx.clock.now(), loginLifetime),
      })
      .execute()
  })
  return id
}

/** Takes out, once, what the person who has logged in again had sent; undefined for everybody else, and when it is too late. */
export async function takeInterruptedPost(
  ctx: Context,
  citizen: Citizen,
  id: string,
): Promise<InterruptedPost | undefined> {
  const row = await inTransaction(actingAs(ctx, system), async ({ db }) =>
    db
      .deleteFrom('identity.interrupted_post')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('post_id', '=', id)
      .where('person_id', '=', citizen.id)
      .where('expires_at', '>', ctx.clock.now())
      .returning('sealed')
      .executeTakeFirst(),
  )
  return row && InterruptedPost.parse(openJson(ctx.vault.tenantKey(ctx.tenant.id, 'login'), row.sealed, binding(id)))
}
