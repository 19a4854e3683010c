import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Kept } from '../methods/method.ts'
import '../tables.ts'
import type { Area } from '../tables.ts'
import { type Begun, begunColumns, begunOf, openKept, openKeptToSign } from '../transaction.ts'

/** Says that an answer comes without the browser's cookies: `takeIdentity` looks at them. */
export const checkedLater = Symbol('checked later')

/** A transaction whose answer has come and is to be checked, by this process alone. */
export type Answered = Begun & {
  readonly id: string
  /** The municipality's name for the method. */
  readonly method: string
  readonly kept: Kept
  /** What is to be signed by the answer, if anything. */
  readonly what?: Kept
}

/**
 * Finds the started transaction that an answer's state names, and takes it in the same statement: a second answer finds none, whichever
 * process gets it. `browser` is the login cookie, without which there is none; where the answer can't bring it, the browser is checked later.
 */
export async function takeAnswer(
  ctx: Context,
  input: {
    readonly area: Area
    readonly state: string | undefined
    readonly browser: string | undefined | typeof checkedLater
  },
): Promise<Answered | undefined> {
  const { state, browser } = input
  if (!state || !browser) return undefined
  return await inTransaction(actingAs(ctx, system), async ({ db }) => {
    const row = await db
      .updateTable('identity.eid_transaction')
      .set({ state: 'waiting' })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('state_hash', '=', sha256(state))
      .$if(browser !== checkedLater, (query) => query.where('browser_hash', '=', sha256(String(browser))))
      .where('area', '=', input.area)
      .where('state', '=', 'started')
      .where('expires_at', '>', ctx.clock.now())
      .returning(['transaction_id', 'method', 'kept_sealed', ...begunColumns])
      .executeTakeFirst()
    if (!row?.kept_sealed || !row.method) return undefined
    const known = { id: row.transaction_id, method: row.method, ...begunOf(row) }
    if (row.purpose !== 'sign') return { ...known, kept: openKept(ctx, row.transaction_id, row.kept_sealed) }
    const { own, what } = openKeptToSign(ctx, row.transaction_id, row.kept_sealed)
    return { ...known, kept: own, what }
  })
}
