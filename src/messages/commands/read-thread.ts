import type { Context } from '../../platform/context.ts'
import { listMessages, type Thread } from '../queries/list-messages.ts'
import { markRead } from './mark-read.ts'

/**
 * The messages of a case to be shown to the actor now: those that are new to them are marked so, and count as read from here on. Throws
 * `not-found` for whoever may not read the case.
 */
export async function readThread(ctx: Context, caseId: string): Promise<Thread> {
  const thread = await listMessages(ctx, caseId)
  const latest = thread.messages.at(-1)
  if (latest && thread.messages.some(({ unread }) => unread)) await markRead(ctx, { caseId, until: latest.sentAt })
  return thread
}
