import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { findCase } from './find-case.ts'

/** What was asked for in a case that waits for it: the text, and the last day as `2027-03-03`. */
export async function findSupplementRequest(
  ctx: Context,
  caseId: string,
): Promise<{ readonly text: string; readonly until: string } | undefined> {
  return (await inReading(ctx, async (tx) => await findCase(ctx, tx, caseId)))?.supplement
}
