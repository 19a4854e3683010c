import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inReading } from '../../platform/database/transaction.ts'
import type { SigningOutcome } from '../signing.ts'
import '../tables.ts'
import { openOutcome } from '../transaction.ts'
import { isReturned } from './is-returned.ts'

/** A signature that was begun in a browser and is made; without outcome it has been put with what was signed. */
export type Signed = {
  readonly transaction: string
  readonly outcome: SigningOutcome | undefined
  readonly returnTo: string
}

/** What this browser has signed last, until some minutes after; undefined for none, and where it was to be led back and hasn't been. */
export async function findSigned(ctx: Context, browser: string | undefined): Promise<Signed | undefined> {
  if (!browser) return undefined
  const row = await inReading(
    actingAs(ctx, system),
    async ({ db }) =>
      await db
        .selectFrom('identity.eid_transaction')
        .select(['transaction_id', 'outcome_sealed', 'return_to'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('browser_hash', '=', sha256(browser))
        .where('purpose', '=', 'sign')
        .where('state', '=', 'done')
        .where('expires_at', '>', ctx.clock.now())
        .where(isReturned)
        .executeTakeFirst(),
  )
  if (!row?.return_to) return undefined
  const { transaction_id, outcome_sealed } = row
  return {
    transaction: transaction_id,
    outcome: outcome_sealed ? openOutcome(ctx, transaction_id, outcome_sealed) : undefined,
    returnTo: row.return_to,
  }
}
