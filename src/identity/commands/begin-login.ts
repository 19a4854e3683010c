import { system } from '../../platform/actor.ts'
import { later } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { newSecret } from '../../platform/ids.ts'
import '../tables.ts'
import type { Area } from '../tables.ts'
import { type Begun, begunColumns, begunOf, begunRow, transactionLifetime } from '../transaction.ts'

/**
 * Begins an identification that remembers what it is for, where the person stood and what they wished. Answers the secret that binds it to the
 * browser; it goes into the login cookie.
 */
export async function beginLogin(
  ctx: Context,
  input: Omit<Begun, 'purpose'> & { readonly area: Area; readonly purpose?: Begun['purpose'] },
): Promise<string> {
  const browser = newSecret()
  const now = ctx.clock.now()
  await inTransaction(actingAs(ctx, system), async ({ db }) => {
    await db
      .insertInto('identity.eid_transaction')
      .values({
        tenant_id: ctx.tenant.id,
        transaction_id: ctx.ids.next(),
        area: input.area,
        state: 'created',
        browser_hash: sha256(browser),
        ...begunRow({ ...input, purpose: input.purpose ?? 'login' }),
        created_at: now,
        expires_at: later(now, transactionLifetime),
      })
      .execute()
  })
  return browser
}

/** What was begun last in a browser and isn't done, if anything. */
export async function findBegunLogin(
  ctx: Context,
  area: Area,
  browser: string | undefined,
): Promise<Begun | undefined> {
  if (!browser) return undefined
  return await inTransaction(actingAs(ctx, system), async ({ db }) => {
    const row = await db
      .selectFrom('identity.eid_transaction')
      .select(begunColumns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('browser_hash', '=', sha256(browser))
      .where('area', '=', area)
      .where('state', '!=', 'done')
      .where('expires_at', '>', ctx.clock.now())
      .orderBy('created_at', 'desc')
      .executeTakeFirst()
    return row && begunOf(row)
  })
}
