import type { Context } from '../../platform/context.ts'
import type { Collected, Failure } from './method.ts'

/** How an order stands that has ended without anybody identified, or anything signed. */
export type Over = Extract<Collected, { readonly kind: 'failed' }>

/** An order that has ended so; a new one may take its place without a word (`restart`) if nobody opened it in time. */
export const over = (failure: Failure, restart = false): Over => ({ kind: 'failed', failure, restart })

/** What an issuer is asked by; undefined, and an error in the log by its code, as things aren't set up: who waits in their app goes on waiting. */
export async function findToAsk<Issuer>(
  ctx: Context,
  find: (ctx: Context) => Promise<Issuer>,
  code: string,
): Promise<Issuer | undefined> {
  try {
    return await find(ctx)
  } catch (err) {
    ctx.log.error({ err, code }, 'an issuer can’t be asked as things are set up')
    return undefined
  }
}
