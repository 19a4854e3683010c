import type { Actor } from '../platform/actor.ts'
import { notFound } from '../platform/errors.ts'

/** The person whose organisations they are. Throws `not-found` for everybody but somebody logged in by e-legitimation. */
export function requirePerson(actor: Actor): string {
  if (actor.kind !== 'citizen') throw notFound()
  return actor.id
}

/** Who may ask the company register, as its answers are kept: residents, logged in or with a cookie of ours. */
export type Asker =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'visitor'; readonly visitorId: string }

/** The asker that the actor is; undefined for all others. */
export function askerOf(actor: Actor): Asker | undefined {
  if (actor.kind === 'citizen') return { kind: 'person', personId: actor.id }
  if (actor.kind === 'visitor' && actor.id !== undefined) return { kind: 'visitor', visitorId: actor.id }
  return undefined
}
