import { seesProtected } from '../cases/public.ts'
import type { Actor } from '../platform/actor.ts'

/**
 * Which cases' copies an actor may have: those they are a party of (row-level security knows which), or those of their groups, with a protected party
 * or only without.
 */
export type Reach =
  | { readonly kind: 'as-party' }
  | { readonly kind: 'groups'; readonly groups: readonly string[]; readonly protectedToo: boolean }

/** The cases whose copies an actor may read; undefined for none. */
export function copiesWithinReach(actor: Actor): Reach | undefined {
  switch (actor.kind) {
    // Who sent it in, logged in or in the same visit, and whoever else is a party.
    case 'citizen':
      return { kind: 'as-party' }
    case 'visitor':
      return actor.id === undefined ? undefined : { kind: 'as-party' }
    // The group that handles the case: no other group, and no administrator as such.
    case 'staff':
      return actor.groups.length === 0
        ? undefined
        : { kind: 'groups', groups: actor.groups, protectedToo: seesProtected(actor) }
    // The program makes copies; it has nobody to show them to.
    case 'system':
      return undefined
  }
}

/** Copies are made by the program alone, so that they are the same whoever asks first. */
export const mayMakeCopies = (actor: Actor): boolean => actor.kind === 'system'

/** Anybody of the staff may open the post: what a code says of a paper tells of nobody. */
export const mayCheckForms = (actor: Actor): boolean => actor.kind === 'staff'
