import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { newSecret } from '../../platform/ids.ts'
import { ok, type Result } from '../../platform/result.ts'
import { insertTransaction } from '../insert-transaction.ts'
import type { Device, Failure } from '../methods/method.ts'
import type { KeptToSign } from '../signing.ts'
import type { Begun } from '../transaction.ts'
import type { AnyOrderMethod } from './collect-order.ts'
import { logFailure } from './end-transaction.ts'

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
  method: Pick<AnyOrderMethod, 'place' | 'leadsBack' | 'collectEvery'>,
  input: Begun & {
    /** The municipality's name for the method. */
    readonly name: string
    readonly device: Device
    readonly browser: Browser
    readonly returnAddress: string
    /** What the order is to sign, and where that was begun. */
    readonly signs?: Omit<KeptToSign, 'own'>
  },
): Promise<Result<{ readonly browser: string }, Failure>> {
  const { device, signs } = input
  // A signature is by the one person it is asked of, whichever browser they come back to.
  const returnSecret = device === 'this' && method.leadsBack && !signs ? newSecret() : undefined
  const placed = await method.place(ctx, {
    device,
    endUserIp: input.browser.ip,
    userAgent: input.browser.userAgent,
    host: input.browser.host,
    returnUrl: device === 'other' ? undefined : input.returnAddress + (returnSecret ? `?retur=${returnSecret}` : ''),
  })
  if (!placed.ok) {
    logFailure(ctx, placed.error)
    return placed
  }
  const now = ctx.clock.now()
  const browser = await insertTransaction(ctx, {
    ...input,
    area: 'citizen',
    kept: signs ? { ...signs, own: placed.value } : placed.value,
    columns: {
      state: 'started',
      method: input.name,
      device,
      hint: '',
      return_hash: returnSecret ? sha256(returnSecret) : null,
      placed_at: now,
      collect_after: later(now, method.collectEvery),
    },
  })
  return ok({ browser })
}
