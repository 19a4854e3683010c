import type { Insertable } from 'kysely'
import { system } from '../platform/actor.ts'
import { later } from '../platform/clock.ts'
import { actingAs, type Context } from '../platform/context.ts'
import { sha256 } from '../platform/cryptography/sealing.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { newSecret } from '../platform/ids.ts'
import type { Kept } from './methods/method.ts'
import type { Area, EidTransactionTable } from './tables.ts'
import { type Begun, sealKept, transactionLifetime } from './transaction.ts'

/** A transaction as it is when it is written first; the columns are those that its kind has. */
type NewTransaction = Begun & {
  readonly area: Area
  readonly kept?: Kept
  readonly columns: Partial<Insertable<EidTransactionTable>> & Pick<Insertable<EidTransactionTable>, 'state'>
}

/** Writes a new transaction. Answers the secret that binds it to the browser; it goes into the login cookie. */
export async function insertTransaction(
  ctx: Context,
  { area, purpose, returnTo, wish, kept, columns }: NewTransaction,
): Promise<string> {
  const browser = newSecret()
  const id = ctx.ids.next()
  const now = ctx.clock.now()
  await inTransaction(actingAs(ctx, system), async ({ db }) => {
    await db
      .insertInto('identity.eid_transaction')
      .values({
        tenant_id: ctx.tenant.id,
        transaction_id: id,
        area,
        purpose,
        browser_hash: sha256(browser),
        return_to: returnTo ?? null,
        wish: wish ? JSON.stringify(wish) : null,
        kept_sealed: kept ? sealKept(ctx, id, kept) : null,
        created_at: now,
        expires_at: later(now, transactionLifetime),
        ...columns,
      })
      .execute()
  })
  return browser
}
