import { z } from 'zod'
import { later, minutes } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { openJson, sealJson } from '../platform/cryptography/sealing.ts'
import { requireCitizen } from './policy.ts'

/** How long a pressed button leads on, in milliseconds: the browser goes there at once. */
const markLifetime = minutes(1)

/** What a mark is for. */
type Start = { readonly draft: string; readonly method: string }

const Until = z.object({ until: z.iso.datetime() })

/** A mark of a button that the actor has pressed, in this session, to sign at somebody else's page: nobody can write it into a link for another. */
export const markStart = (ctx: Context, start: Start): string =>
  sealJson(keyOf(ctx), { until: later(ctx.clock.now(), markLifetime).toISOString() }, boundTo(ctx, start)).toString(
    'base64url',
  )

/** Whether such a mark is the actor's, for this, and pressed just now. */
export function isMarked(ctx: Context, start: Start, mark: string): boolean {
  try {
    const { until } = Until.parse(openJson(keyOf(ctx), Buffer.from(mark, 'base64url'), boundTo(ctx, start)))
    return ctx.clock.now() < new Date(until)
  } catch {
    return false
  }
}

const keyOf = ({ vault, tenant }: Context): Uint8Array => vault.tenantKey(tenant.id, 'wrap')

const boundTo = ({ actor }: Context, { draft, method }: Start): string => {
  const { id, sessionId } = requireCitizen(actor)
  return `signing-start:${id}:${sessionId}:${draft}:${method}`
}
