import {
  type CaseEvent,
  getCase,
  listHistory,
  listSubmissions,
  type StaffCase,
  type Submission,
} from '../../cases/public.ts'
import { listUnchecked } from '../../files/public.ts'
import { readThread, type Thread } from '../../messages/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'

/** A case as its page at the workplace shows it. */
export type CaseOnDesk = {
  readonly of: StaffCase
  /** Oldest first. */
  readonly submissions: readonly Submission[]
  /** Ids of files that no virus scanner has looked at. */
  readonly unchecked: ReadonlySet<string>
  readonly thread: Thread
  readonly history: readonly CaseEvent[]
}

/** Reads all of a case of the actor's groups, which is written down, and marks its messages as read. Throws `not-found` for other cases. */
export async function readCase(ctx: Context, caseId: string): Promise<CaseOnDesk> {
  const of = await getCase(ctx, caseId)
  const submissions = await listSubmissions(ctx, caseId)
  const files = submissions.flatMap(({ attachments }) => attachments.map(({ fileId }) => fileId))
  return {
    of,
    submissions,
    unchecked: await inReading(ctx, async (tx) => await listUnchecked(ctx, tx, files)),
    thread: await readThread(ctx, caseId),
    history: await listHistory(ctx, caseId),
  }
}
