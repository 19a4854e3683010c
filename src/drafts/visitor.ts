import { visitorIdOf } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { actingAs } from '../platform/context.ts'
import type { Cookie } from '../platform/http/answer.ts'
import type { RequestFacts } from '../platform/http/page.ts'
import { newSecret } from '../platform/ids.ts'
import { keptFor } from './limits.ts'

const lifetime = keptFor('visitor') / 1000

/** A context in which a visitor can own drafts, and the cookie that makes them who they are; nothing changes for others. */
export function asVisitor(
  ctx: Context,
  request: RequestFacts,
  cookieName: string,
): { readonly ctx: Context; readonly cookies: readonly Cookie[] } {
  if (ctx.actor.kind !== 'visitor') return { ctx, cookies: [] }
  const known = ctx.actor.id === undefined ? undefined : request.cookie(cookieName)
  const value = known ?? newSecret()
  return {
    ctx: actingAs(ctx, { kind: 'visitor', id: visitorIdOf(value) }),
    cookies: [{ name: cookieName, value, maxAgeSeconds: lifetime }],
  }
}

/** The visitor's cookie for another while: it lives as long as the draft that was just changed. */
export function keepVisitor(ctx: Context, request: RequestFacts, cookieName: string): readonly Cookie[] {
  const value = request.cookie(cookieName)
  const isVisitor = ctx.actor.kind === 'visitor' && ctx.actor.id !== undefined
  return isVisitor && value !== undefined ? [{ name: cookieName, value, maxAgeSeconds: lifetime }] : []
}
