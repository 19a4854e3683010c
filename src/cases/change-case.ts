import type { Updateable } from 'kysely'
import type { Context } from '../platform/context.ts'
import { inTransaction, type Transaction } from '../platform/database/transaction.ts'
import { notFound } from '../platform/errors.ts'
import { failed, ok, type Result } from '../platform/result.ts'
import { caseFacts, type KnownCase } from './case.ts'
import { type CaseVerb, may } from './policy.ts'
import { lockCase } from './queries/find-case.ts'
import type { CaseTable } from './tables.ts'

/** A change that a case worker wants, and the version of the case that they were looking at. */
export type Change = { readonly caseId: string; readonly version: number }

/** Why a case worker's change was not made, beside what the change itself may say. */
export type ChangeFailure =
  /** Somebody else, or the citizen, has changed the case since the page was shown: look again. */
  'changed-meanwhile' | 'not-allowed'

/**
 * Makes one change of a case worker's, when the case is still as they saw it: two of them never overwrite each other unseen.
 * Throws `not-found` when the case is not one of their groups'.
 */
export async function changeCase<Failure = never>(
  ctx: Context,
  { caseId, version, verb }: Change & { readonly verb: CaseVerb },
  change: (tx: Transaction, it: KnownCase) => Promise<Result<undefined, Failure>>,
): Promise<Result<undefined, Failure | ChangeFailure>> {
  return await inTransaction(ctx, async (tx): Promise<Result<undefined, Failure | ChangeFailure>> => {
    const it = await lockCase(ctx, tx, caseId)
    if (!it || !may(ctx.actor, 'read-as-staff', caseFacts(it))) throw notFound()
    if (it.version !== version) return failed('changed-meanwhile')
    if (!may(ctx.actor, verb, caseFacts(it))) return failed('not-allowed')
    return await change(tx, it)
  })
}

type Changeable = Pick<
  Updateable<CaseTable>,
  'status' | 'status_kind' | 'assigned_to' | 'worker_shown' | 'supplement_text' | 'supplement_until'
>

/** Writes a change to a locked case and raises its version. */
export async function writeChange(
  ctx: Context,
  { db }: Transaction,
  { caseId, event, set }: { readonly caseId: string; readonly event: string; readonly set: Changeable },
): Promise<Result<undefined, never>> {
  await db
    .updateTable('cases.case')
    .set((row) => ({ ...set, latest_event: event, changed_at: ctx.clock.now(), version: row('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .execute()
  return ok(undefined)
}
