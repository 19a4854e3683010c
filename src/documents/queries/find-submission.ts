import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import type { Reach } from '../policy.ts'

/** Which submission is meant: by its sequence, else the latest. */
export type WantedSubmission = { readonly caseId: string; readonly sequence?: number | undefined }

export type FoundSubmission = { readonly number: string; readonly draftId: string; readonly isProtected: boolean }

/** A submission within the actor's reach, in full: for staff of its group, and who sent it in. Undefined for other parties. */
export async function findSubmission(
  ctx: Context,
  { db }: Reading,
  { caseId, sequence, reach }: WantedSubmission & { readonly reach: Reach },
): Promise<FoundSubmission | undefined> {
  const groups = reach.kind === 'groups' ? [...reach.groups] : undefined
  const unprotectedAlone = reach.kind === 'groups' && !reach.protectedToo
  const row = await db
    .selectFrom('cases.case as c')
    .innerJoin('cases.submission as s', (join) =>
      join.onRef('s.tenant_id', '=', 'c.tenant_id').onRef('s.case_id', '=', 'c.case_id'),
    )
    .select(['c.number', 'c.protected', 's.draft_id'])
    .where('c.tenant_id', '=', ctx.tenant.id)
    .where('c.case_id', '=', caseId)
    .$if(groups !== undefined, (query) => query.where('c.group_name', 'in', groups ?? []))
    .$if(unprotectedAlone, (query) => query.where('c.protected', '=', false))
    .$if(sequence !== undefined, (query) => query.where('s.sequence', '=', sequence ?? 0))
    .orderBy('s.sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { number: row.number, draftId: row.draft_id, isProtected: row.protected }
}

/** A submission that somebody else sent in, and the actor signed or is told of: without what is hidden from them. */
export async function findSharedSubmission(
  ctx: Context,
  { db }: Reading,
  { caseId, sequence }: WantedSubmission,
): Promise<FoundSubmission | undefined> {
  if (ctx.actor.kind !== 'citizen') return undefined
  const row = await db
    .selectFrom('cases.case as c')
    .innerJoin('cases.shared_submission as s', (join) =>
      join.onRef('s.tenant_id', '=', 'c.tenant_id').onRef('s.case_id', '=', 'c.case_id'),
    )
    .select(['c.number', 'c.protected', 's.draft_id'])
    .where('c.tenant_id', '=', ctx.tenant.id)
    .where('c.case_id', '=', caseId)
    .$if(sequence !== undefined, (query) => query.where('s.sequence', '=', sequence ?? 0))
    .orderBy('s.sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { number: row.number, draftId: row.draft_id, isProtected: row.protected }
}
