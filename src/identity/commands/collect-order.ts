import { system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Collected, Device, HasSigned, Identified, Kept, OrderMethod } from '../methods/method.ts'
import type { KeptToSign } from '../signing.ts'
import '../tables.ts'
import { openKept, openKeptToSign, sealKept } from '../transaction.ts'
import { type End, endTransaction } from './end-transaction.ts'
import type { Browser } from './place-order.ts'

/** Milliseconds that the process which asks has for itself. More than an issuer may take to answer, be asked once more and take a new order. */
const lease = 40_000

/** Milliseconds after the first order that orders which nobody opens are placed anew (as Sweden Connect's own BankID provider does). */
const restartedFor = minutes(3)

/** An order that it is this process's turn to ask about. */
type Leased = {
  readonly id: string
  readonly method: string
  readonly device: Device
  readonly hint: string
  readonly order: Kept
  /** What the order is to sign, if it is. */
  readonly signs: KeptToSign | undefined
  readonly placedAt: Date
}

/** Whatever an order is for. */
export type AnyOrderMethod = OrderMethod<Identified | HasSigned>

/**
 * Asks the issuer how this browser's order stands, if it is time and nobody else is asking: one collector for each order, however many windows
 * and processes ask us. What the issuer says is kept before anybody is told, since it says it once.
 */
export async function collectOrder(
  ctx: Context,
  methodOf: (name: string, toSign: Kept | undefined) => AnyOrderMethod | undefined,
  browser: { readonly secret: string | undefined } & Browser,
): Promise<void> {
  const leased = browser.secret ? await leaseOrder(ctx, browser.secret) : undefined
  const method = leased && methodOf(leased.method, leased.signs?.what)
  if (!leased || !method) return
  const collected = await method.collect(ctx, leased.order, leased.hint)
  if (collected.kind === 'complete') await endTransaction(ctx, leased.id, endOf(leased, collected))
  else if (collected.kind === 'pending')
    await keepPending(ctx, leased, method, { hint: collected.hint, order: undefined })
  else await restartOrEnd(ctx, method, leased, { collected, browser })
}

function endOf({ method, signs }: Leased, collected: Identified | HasSigned): End {
  if ('identity' in collected) return { identity: collected.identity }
  return { outcome: { by: 'order', method, what: signs?.what ?? {}, signature: collected.signature } }
}

/** Two processes would both be told that an order is complete, or one of them that there is none: one alone gets the row. */
async function leaseOrder(ctx: Context, secret: string): Promise<Leased | undefined> {
  const now = ctx.clock.now()
  return await inTransaction(actingAs(ctx, system), async ({ db }) => {
    const row = await db
      .updateTable('identity.eid_transaction')
      .set({ collect_after: later(now, lease) })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('browser_hash', '=', sha256(secret))
      .where('state', 'in', ['started', 'waiting'])
      .where('collect_after', '<=', now)
      .where('expires_at', '>', now)
      .returning(['transaction_id', 'method', 'device', 'hint', 'kept_sealed', 'placed_at', 'purpose'])
      .executeTakeFirst()
    if (!row?.kept_sealed || !row.method || !row.device || !row.placed_at) return undefined
    const signs = row.purpose === 'sign' ? openKeptToSign(ctx, row.transaction_id, row.kept_sealed) : undefined
    return {
      id: row.transaction_id,
      method: row.method,
      device: row.device,
      hint: row.hint ?? '',
      order: signs ? signs.own : openKept(ctx, row.transaction_id, row.kept_sealed),
      signs,
      placedAt: row.placed_at,
    }
  })
}

/** The order goes on, or a new one in its place; the issuer may be asked again in a while. */
async function keepPending(
  ctx: Context,
  { id, signs }: Leased,
  method: AnyOrderMethod,
  { hint, order }: { readonly hint: string; readonly order: Kept | undefined },
): Promise<void> {
  await inTransaction(actingAs(ctx, system), async ({ db }) => {
    await db
      .updateTable('identity.eid_transaction')
      .set({
        state: order ? 'started' : 'waiting',
        hint,
        collect_after: later(ctx.clock.now(), method.collectEvery),
        ...(order && { kept_sealed: sealKept(ctx, id, signs ? { ...signs, own: order } : order) }),
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('transaction_id', '=', id)
      .where('state', 'in', ['started', 'waiting'])
      .execute()
  })
}

/** While a QR code is up, nobody should have to know that orders live for half a minute. */
async function restartOrEnd(
  ctx: Context,
  method: AnyOrderMethod,
  leased: Leased,
  given: {
    readonly collected: Collected<Identified | HasSigned> & { readonly kind: 'failed' }
    readonly browser: Browser
  },
): Promise<void> {
  const { collected, browser } = given
  const isInTime = ctx.clock.now().getTime() - leased.placedAt.getTime() < restartedFor
  if (collected.restart && leased.device === 'other' && isInTime) {
    const placed = await method.place(ctx, {
      device: 'other',
      endUserIp: browser.ip,
      userAgent: browser.userAgent,
      host: browser.host,
      returnUrl: undefined,
    })
    if (placed.ok) return await keepPending(ctx, leased, method, { hint: '', order: placed.value })
    await endTransaction(ctx, leased.id, { failure: placed.error })
    return
  }
  await endTransaction(ctx, leased.id, { failure: collected.failure })
}
