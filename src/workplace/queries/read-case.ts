import {
  type CaseEvent,
  getCase,
  listHistory,
  listSubmissions,
  type StaffCase,
  type Submission,
} from '../../cases/public.ts'
import { readThread, type Thread } from '../../messages/public.ts'
import type { Context } from '../../platform/context.ts'

/** A case as its page at the workplace shows it. */
export type CaseOnDesk = {
  readonly of: StaffCase
  /** Oldest first. */
  readonly submissions: readonly Submission[]
  readonly thread: Thread
  readonly history: readonly CaseEvent[]
}

/** Reads all of a case of the actor's groups, which is written down, and marks its messages as read. Throws `not-found` for other cases. */
export const readCase = async (ctx: Context, caseId: string): Promise<CaseOnDesk> => ({
  of: await getCase(ctx, caseId),
  submissions: await listSubmissions(ctx, caseId),
  thread: await readThread(ctx, caseId),
  history: await listHistory(ctx, caseId),
})
