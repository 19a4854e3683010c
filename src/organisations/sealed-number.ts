import type { Context } from '../platform/context.ts'
import { hmac, open, seal } from '../platform/cryptography/sealing.ts'

/** Finds a number without it being readable. */
export const numberHmac = (ctx: Context, number: string): Buffer =>
  hmac(ctx.vault.tenantKey(ctx.tenant.id, 'find'), `organisation:${number}`)

/** Encrypts an organisation's number for its row: a sole trader's is a personal number. */
export const sealNumber = (ctx: Context, id: string, number: string): Buffer =>
  seal(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), Buffer.from(number), bound(id))

export const openNumber = (ctx: Context, id: string, sealed: Uint8Array): string =>
  open(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), sealed, bound(id)).toString('utf8')

const bound = (id: string): string => `organisation:${id}`
