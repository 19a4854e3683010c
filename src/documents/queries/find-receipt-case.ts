import type { Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { mayOpenReceipt } from '../policy.ts'

/** The case that a receipt's reference leads to, until it expires; whether the visitor is a party of it is still to be asked. */
export async function findReceiptCase(ctx: Context, reference: string): Promise<string | undefined> {
  if (!mayOpenReceipt(ctx.actor)) return undefined
  return await inTransaction(ctx, async ({ db }) => {
    const row = await db
      .selectFrom('cases.receipt')
      .select('case_id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('reference_hash', '=', sha256(reference))
      .where('expires_at', '>', ctx.clock.now())
      .executeTakeFirst()
    return row?.case_id
  })
}
