import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inReading } from '../../platform/database/transaction.ts'
import type { Device, FailureReason, Kept } from '../methods/method.ts'
import type { KeptToSign } from '../signing.ts'
import '../tables.ts'
import { type Begun, begunColumns, begunOf, openKept, openKeptToSign } from '../transaction.ts'

/** How the order of a browser stands. */
export type OrderState = Begun & { readonly method: string; readonly device: Device } & (
    | ({ readonly kind: 'waiting'; readonly id: string; readonly order: Kept; readonly hint: string } & Partial<
        Pick<KeptToSign, 'what' | 'begunAt'>
      >)
    /** It is known who they are; `returned` is false until the app has led the browser back. */
    | { readonly kind: 'done'; readonly returned: boolean }
    /** Nobody was identified; `code` is the operator's. */
    | { readonly kind: 'over'; readonly reason: FailureReason; readonly code: string }
  )

/** The order that was placed in a browser, until some minutes after; undefined when there is none any more. */
export async function findOrder(ctx: Context, browser: string | undefined): Promise<OrderState | undefined> {
  if (!browser) return undefined
  const row = await inReading(
    actingAs(ctx, system),
    async ({ db }) =>
      await db
        .selectFrom('identity.eid_transaction')
        .select([
          'transaction_id',
          'state',
          'method',
          'device',
          'hint',
          'reason',
          'failure',
          'kept_sealed',
          'outcome_sealed',
        ])
        .select(['return_hash', 'returned_at', ...begunColumns])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('browser_hash', '=', sha256(browser))
        .where('expires_at', '>', ctx.clock.now())
        .executeTakeFirst(),
  )
  if (!row?.method || !row.device) return undefined
  const known = { ...begunOf(row), method: row.method, device: row.device }
  if (row.state === 'done') {
    if (!row.outcome_sealed) return undefined
    return { ...known, kind: 'done', returned: row.return_hash === null || row.returned_at !== null }
  }
  if (row.kept_sealed) {
    const waiting = { ...known, kind: 'waiting', id: row.transaction_id, hint: row.hint ?? '' } as const
    if (row.purpose !== 'sign') return { ...waiting, order: openKept(ctx, row.transaction_id, row.kept_sealed) }
    const { own, what, begunAt } = openKeptToSign(ctx, row.transaction_id, row.kept_sealed)
    return { ...waiting, order: own, what, begunAt }
  }
  return { ...known, kind: 'over', reason: row.reason ?? 'unknown', code: row.failure ?? '' }
}
