import { type Colleague, listStaff } from '../../identity/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { caseFacts } from '../case.ts'
import { may, mayHandle } from '../policy.ts'
import { findCase } from './find-case.ts'

/** The case workers whom a case can be given to, by name. */
export async function listAssignable(ctx: Context, caseId: string): Promise<readonly Colleague[]> {
  return await inReading(ctx, async (tx) => {
    const it = await findCase(ctx, tx, caseId)
    if (!it || !may(ctx.actor, 'assign', caseFacts(it))) throw notFound()
    return (await listStaff(ctx, tx, it.group)).filter((colleague) => mayHandle(colleague, caseFacts(it)))
  })
}
