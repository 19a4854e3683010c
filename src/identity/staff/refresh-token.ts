import type { Context } from '../../platform/context.ts'
import { open, seal } from '../../platform/cryptography/sealing.ts'

const binding = (session: string): string => `refresh:${session}`

/** Seals what a provider is asked again by, for the row of its session. */
export const sealRefreshToken = (ctx: Context, session: string, token: string): Buffer =>
  seal(ctx.vault.tenantKey(ctx.tenant.id, 'login'), Buffer.from(token), binding(session))

/** What the provider of a session's staff member is asked again by. */
export const openRefreshToken = (ctx: Context, session: string, sealed: Uint8Array): string =>
  open(ctx.vault.tenantKey(ctx.tenant.id, 'login'), sealed, binding(session)).toString('utf8')
