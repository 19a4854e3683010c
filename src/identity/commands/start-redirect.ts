import { system } from '../../platform/actor.ts'
import { later } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { newSecret } from '../../platform/ids.ts'
import type { RedirectMethod } from '../methods/method.ts'
import '../tables.ts'
import type { Area } from '../tables.ts'
import { type Begun, begunRow, sealKept, transactionLifetime } from '../transaction.ts'

/**
 * Starts an identification on a provider's page. Answers the address to send the browser to, and the secret for the login cookie.
 * Throws `identity-provider-failed`.
 */
export async function startRedirect(
  ctx: Context,
  method: Pick<RedirectMethod, 'start'>,
  input: Begun & {
    readonly area: Area
    /** The municipality's name for the method. */
    readonly name: string
    /** Where the provider's answer comes. */
    readonly answerAddress: string
  },
): Promise<{ readonly address: string; readonly browser: string }> {
  const state = newSecret()
  const { address, kept } = await method.start(ctx, { state, answerAddress: input.answerAddress })
  const browser = newSecret()
  const transaction = ctx.ids.next()
  const now = ctx.clock.now()
  await inTransaction(actingAs(ctx, system), async ({ db }) => {
    await db
      .insertInto('identity.eid_transaction')
      .values({
        tenant_id: ctx.tenant.id,
        transaction_id: transaction,
        area: input.area,
        state: 'started',
        method: input.name,
        browser_hash: sha256(browser),
        state_hash: sha256(state),
        kept_sealed: sealKept(ctx, transaction, kept),
        ...begunRow(input),
        created_at: now,
        expires_at: later(now, transactionLifetime),
      })
      .execute()
  })
  return { address, browser }
}
