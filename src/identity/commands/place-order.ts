import { system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { newSecret } from '../../platform/ids.ts'
import { ok, type Result } from '../../platform/result.ts'
import type { Device, Failure, OrderMethod } from '../methods/method.ts'
import '../tables.ts'
import { type Begun, begunRow, sealKept } from '../transaction.ts'

/** Milliseconds that a page with an order may stand: longer than orders are placed anew, and than an issuer keeps one. */
const orderLifetime = minutes(10)

/** The browser that an order is placed from. */
export type Browser = {
  /** Its address, as we see it. */
  readonly ip: string
  readonly userAgent: string | undefined
  /** Our own host, as the person writes it. */
  readonly host: string
}

/**
 * Places an order with an issuer. Answers the secret for the login cookie. For an order on this device the app leads back to `returnAddress` with a
 * secret that the issuer alone is told: it comes to the browser that the app is beside, and to no other.
 */
export async function placeOrder(
  ctx: Context,
  method: OrderMethod,
  input: Begun & {
    /** The municipality's name for the method. */
    readonly name: string
    readonly device: Device
    readonly browser: Browser
    readonly returnAddress: string
  },
): Promise<Result<{ readonly browser: string }, Failure>> {
  const { device } = input
  const returnSecret = device === 'this' && method.leadsBack ? newSecret() : undefined
  const placed = await method.place(ctx, {
    device,
    endUserIp: input.browser.ip,
    userAgent: input.browser.userAgent,
    host: input.browser.host,
    returnUrl: device === 'other' ? undefined : input.returnAddress + (returnSecret ? `?retur=${returnSecret}` : ''),
  })
  if (!placed.ok) return placed
  const browser = newSecret()
  const transaction = ctx.ids.next()
  const now = ctx.clock.now()
  await inTransaction(actingAs(ctx, system), async ({ db }) => {
    await db
      .insertInto('identity.eid_transaction')
      .values({
        tenant_id: ctx.tenant.id,
        transaction_id: transaction,
        area: 'citizen',
        state: 'started',
        method: input.name,
        device,
        hint: '',
        browser_hash: sha256(browser),
        return_hash: returnSecret ? sha256(returnSecret) : null,
        kept_sealed: sealKept(ctx, transaction, placed.value),
        placed_at: now,
        collect_after: later(now, method.collectEvery),
        ...begunRow(input),
        created_at: now,
        expires_at: later(now, orderLifetime),
      })
      .execute()
  })
  return ok({ browser })
}
