import { type CaseFacts, may } from '../cases/public.ts'
import type { Actor } from '../platform/actor.ts'

/** Whether an actor may write in a case that they can read, and if not, why. */
export type Writing = 'allowed' | 'no-login' | 'finished' | 'denied'

/**
 * Who may write messages in a case. Not in one sent without login: nobody would ever read the answer on Mina sidor. A citizen not
 * in a closed or withdrawn one: nobody works on it, and what is written there would be overlooked. Staff may, to tell what comes after.
 */
export function mayWrite(actor: Actor, it: CaseFacts): Writing {
  if (it.anonymous && may(actor, 'read', it)) return 'no-login'
  if (!may(actor, 'write-message', it)) return 'denied'
  const finished = it.statusKind === 'closed' || it.statusKind === 'withdrawn'
  return finished && actor.kind === 'citizen' ? 'finished' : 'allowed'
}
