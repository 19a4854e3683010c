import type { ServiceDefinition } from '../catalogue/public.ts'
import { type Status, statusOfKind } from '../catalogue/public.ts'
import { markSent } from '../drafts/public.ts'
import { holdProtection } from '../people/public.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { failed, ok, type Result } from '../platform/result.ts'
import { type Application, applicantOf, type Received } from './application.ts'
import { writeHistory } from './history.ts'
import { lockCaseTo } from './queries/find-case.ts'
import { writeSubmission } from './submission.ts'

/**
 * Adds an application as a new submission to the case that it supplements, and moves the case on. Refused when the case doesn't wait
 * (any more): then the draft stays as it is.
 */
export async function supplementCase(
  ctx: Context,
  tx: Transaction,
  { caseId, application }: { readonly caseId: string; readonly application: Application },
): Promise<Result<Received, { readonly kind: 'not-waiting'; readonly caseId: string }>> {
  // Before the case's row: whoever marks a person as protected takes the rows in that order, too.
  const isProtected = await holdProtection(ctx, tx)
  const { it, allowed } = await lockCaseTo(ctx, tx, { caseId, verb: 'supplement-by-form' })
  if (!allowed) return failed({ kind: 'not-waiting', caseId })
  const { draftId, service, at } = application
  await markSent(ctx, tx, draftId)
  const sequence = (await latestSequence(ctx, tx, caseId)) + 1
  await writeSubmission(ctx, tx, {
    ...application,
    caseId,
    sequence,
    versionId: service.versionId,
    form: service.definition.form,
  })
  const status = await markSupplemented(ctx, tx, { caseId, definition: service.definition })
  await tx.db
    .updateTable('cases.case')
    .set({
      version_id: service.versionId,
      // Of whom nobody could be asked about no name is written, and the one that stands there is as well known as before.
      ...(!it.isProtected && !isProtected && { applicant: applicantOf(application) ?? null }),
    })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .execute()
  await writeHistory(ctx, tx, {
    caseId,
    type: 'case.supplemented',
    forCitizen: true,
    data: { sequence, status: status.id },
  })
  tx.record({ type: 'case.supplemented', subject: caseId, data: { draftId, sequence, status: status.id } })
  return ok({ caseId, number: it.number, receivedAt: at, receipt: undefined })
}

/** Moves a locked case that has got what it waited for to the service's status for that. */
export async function markSupplemented(
  ctx: Context,
  { db }: Transaction,
  { caseId, definition }: { readonly caseId: string; readonly definition: ServiceDefinition },
): Promise<Status> {
  const status = statusOfKind(definition, 'supplemented')
  if (!status) throw new Error(`The service ${definition.shortName} has no status for a supplemented case`)
  await db
    .updateTable('cases.case')
    .set((row) => ({
      status: status.id,
      status_kind: status.kind,
      supplement_text: null,
      supplement_until: null,
      changed_at: ctx.clock.now(),
      latest_event: 'case.supplemented',
      version: row('version', '+', 1),
    }))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .execute()
  return status
}

/** The number of the latest submission; the case's lock keeps it so. */
async function latestSequence(ctx: Context, { db }: Transaction, caseId: string): Promise<number> {
  const { latest } = await db
    .selectFrom('cases.submission')
    .select((row) => row.fn.max('sequence').as('latest'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return latest
}
