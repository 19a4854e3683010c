import type { Actor } from '../platform/actor.ts'
import { notFound } from '../platform/errors.ts'

/** Whose a draft is: a person's, or a visitor's by the hash of their cookie. */
export type Owner =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'visitor'; readonly visitorId: string }

/** Who may have drafts, as their owner: residents who are logged in, and visitors with a cookie of ours. Nobody else has, or sees, any. */
export function ownerOf(actor: Actor): Owner | undefined {
  if (actor.kind === 'citizen') return { kind: 'person', personId: actor.id }
  if (actor.kind === 'visitor' && actor.id !== undefined) return { kind: 'visitor', visitorId: actor.id }
  return undefined
}

/** The owner that the actor would be. Throws `not-found` for all who can't have drafts, as for a draft of somebody else. */
export function requireOwner(actor: Actor): Owner {
  const owner = ownerOf(actor)
  if (!owner) throw notFound()
  return owner
}

/** What holds of a draft's row that is the owner's own: whoever is named to sign a sealed draft sees its row, too. For a query's `where`. */
export const ownedBy = (owner: Owner): readonly ['person_id' | 'visitor_id', '=', string] =>
  owner.kind === 'person' ? ['person_id', '=', owner.personId] : ['visitor_id', '=', owner.visitorId]

/** The person that the actor is. Throws `not-found` for all others, visitors too: what is signed is signed by somebody. */
export function requirePerson(actor: Actor): string {
  if (actor.kind !== 'citizen') throw notFound()
  return actor.id
}

/** Only the program itself removes what has expired, warns, and hands a visitor's drafts to the person who logged in. */
export function requireSystem(actor: Actor): void {
  if (actor.kind !== 'system') throw notFound()
}
