import type { Actor } from '../platform/actor.ts'

/** Notices on Mina sidor are for citizens, each their own; staff are told by their lists and by mail. */
export const mayReadOwnNotices = (actor: Actor): actor is Extract<Actor, { kind: 'citizen' }> =>
  actor.kind === 'citizen'
