import { z } from 'zod'
import { system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { newSecret } from '../../platform/ids.ts'
import '../tables.ts'
import type { Area } from '../tables.ts'
import { Wish } from '../wish.ts'

/** How long a person may take from the first step of a login to the last, in milliseconds. */
export const loginLifetime = minutes(20)

/** A login that has been begun in a browser and not yet sent to the provider. */
export type BegunLogin = { readonly returnTo: string | undefined; readonly wish: Wish | undefined }

/**
 * Begins a login that remembers where the person stood and what they wished. Answers the secret that binds it to the
 * browser; it goes into the login cookie.
 */
export async function beginLogin(
  ctx: Context,
  input: { readonly area: Area; readonly returnTo: string | undefined; readonly wish: Wish | undefined },
): Promise<string> {
  const browser = newSecret()
  const now = ctx.clock.now()
  await inTransaction(actingAs(ctx, system), async ({ db }) => {
    await db
      .insertInto('identity.login')
      .values({
        tenant_id: ctx.tenant.id,
        login_id: ctx.ids.next(),
        area: input.area,
        state: 'created',
        browser_hash: sha256(browser),
        return_to: input.returnTo ?? null,
        wish: input.wish ? JSON.stringify(input.wish) : null,
        created_at: now,
        expires_at: later(now, loginLifetime),
      })
      .execute()
  })
  return browser
}

/** The login that was begun last in a browser and waits there, if any. */
export async function findBegunLogin(
  ctx: Context,
  area: Area,
  browser: string | undefined,
): Promise<BegunLogin | undefined> {
  if (!browser) return undefined
  return await inTransaction(actingAs(ctx, system), async ({ db }) => {
    const row = await db
      .selectFrom('identity.login')
      .select(['return_to', 'wish'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('browser_hash', '=', sha256(browser))
      .where('area', '=', area)
      .where('state', '!=', 'done')
      .where('expires_at', '>', ctx.clock.now())
      .orderBy('created_at', 'desc')
      .executeTakeFirst()
    return row && { returnTo: row.return_to ?? undefined, wish: z.nullable(Wish).parse(row.wish) ?? undefined }
  })
}
