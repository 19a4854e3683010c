import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** The app has led a browser back with its order's secret. Counts only in the browser that placed the order; in any other nothing happens. */
export async function comeBack(
  ctx: Context,
  { browser, secret }: { readonly browser: string; readonly secret: string },
): Promise<void> {
  await inTransaction(actingAs(ctx, system), async ({ db }) => {
    await db
      .updateTable('identity.eid_transaction')
      .set({ returned_at: ctx.clock.now() })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('browser_hash', '=', sha256(browser))
      .where('return_hash', '=', sha256(secret))
      .where('returned_at', 'is', null)
      .execute()
  })
}
