import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { openJson, sealJson } from '../platform/cryptography/sealing.ts'
import { AnyForm } from '../platform/http/page.ts'

/**
 * What somebody sent that can only be done when they have shown (again) who they are. A `step` of a form goes on by itself; a `page` gets back in
 * its fields what was typed there, and nothing is done; `details` (Mina uppgifter) are changed by themselves once it is known that it's they.
 */
export const InterruptedPost = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step'), draft: z.string(), step: z.string(), form: AnyForm }),
  z.object({ kind: z.literal('page'), path: z.string(), form: AnyForm, lostFiles: z.boolean() }),
  z.object({ kind: z.literal('details'), path: z.string(), form: AnyForm }),
])

export type InterruptedPost = z.infer<typeof InterruptedPost>

const key = (ctx: Context): Uint8Array => ctx.vault.tenantKey(ctx.tenant.id, 'login')

const binding = (id: string): string => `interrupted-post:${id}`

/** Seals a post for its row. */
export const sealPost = (ctx: Context, id: string, post: InterruptedPost): Buffer =>
  sealJson(key(ctx), post, binding(id))

/** What had been sent. */
export const openPost = (ctx: Context, id: string, sealed: Uint8Array): InterruptedPost =>
  InterruptedPost.parse(openJson(key(ctx), sealed, binding(id)))
