import { getStatus, type ServiceDefinition, type Status, statusOfKind } from '../catalogue/public.ts'
import { markSent } from '../drafts/public.ts'
import { system } from '../platform/actor.ts'
import { actingAs, type Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import { notFound } from '../platform/errors.ts'
import { failed, ok, type Result } from '../platform/result.ts'
import { type Application, applicantOf, type Received } from './application.ts'
import type { KnownCase } from './case.ts'
import { writeHistory } from './history.ts'
import { lockCase, lockCaseTo } from './queries/find-case.ts'
import {
  historyOf,
  holdProtectionOfAll,
  isSignatureMissing,
  otherParties,
  partyRow,
  sentFor,
  writeShared,
  writeSigners,
} from './signed-application.ts'
import { isWaiting } from './status.ts'
import { writeSubmission } from './submission.ts'

type Supplement = { readonly caseId: string; readonly application: Application }

/**
 * Adds an application as a new submission to the case that it supplements, and moves the case on. Refused when the case doesn't wait
 * (any more): then the draft stays as it is.
 */
export async function supplementCase(
  ctx: Context,
  tx: Transaction,
  { caseId, application }: Supplement,
): Promise<Result<Received, { readonly kind: 'not-waiting'; readonly caseId: string }>> {
  // Before the case's row: whoever marks a person as protected takes the rows in that order, too.
  const isProtected = await holdProtectionOfAll(ctx, tx, application)
  const { it, allowed } = await lockCaseTo(ctx, tx, { caseId, verb: 'supplement-by-form' })
  if (!allowed) return failed({ kind: 'not-waiting', caseId })
  return ok(await addSubmission(ctx, tx, { application, it, isProtected }))
}

/**
 * Adds a supplement that all have signed, in role `system`. The case waited for it when it was laid before them to sign; it comes in even if the
 * municipality has gone on since: nobody's signature is lost, and the case worker sees that it has come.
 */
export async function supplementBySignatures(
  ctx: Context,
  tx: Transaction,
  { caseId, application }: Supplement,
): Promise<Received> {
  const isProtected = await holdProtectionOfAll(ctx, tx, application)
  const it = await lockCase(actingAs(ctx, system), tx, caseId)
  if (!it) throw notFound()
  await addParties(ctx, tx, { application, it, isProtected })
  return await addSubmission(ctx, tx, { application, it, isProtected })
}

type Added = { readonly application: Application; readonly it: KnownCase; readonly isProtected: boolean }

async function addSubmission(
  ctx: Context,
  tx: Transaction,
  { application, it, isProtected }: Added,
): Promise<Received> {
  const { caseId } = it
  const { draftId, service, at } = application
  const onBehalfOf = sentFor(ctx, application)
  const hidesAll = it.isProtected || isProtected
  // Those who have just signed it have read it.
  const isShared = !hidesAll || otherParties(application).length > 0
  await markSent(ctx, tx, draftId)
  const sequence = (await latestSequence(ctx, tx, caseId)) + 1
  await writeSubmission(ctx, tx, {
    ...application,
    caseId,
    sequence,
    versionId: service.versionId,
    form: service.definition.form,
    onBehalfOf,
    isShared,
  })
  if (isShared) await writeShared(ctx, tx, { application, caseId, sequence })
  const waited = isWaiting(it.statusKind)
  const status = waited
    ? await markSupplemented(ctx, tx, { caseId, definition: service.definition })
    : getStatus(it.service.definition, it.status)
  await tx.db
    .updateTable('cases.case')
    .set((row) => ({
      version_id: service.versionId,
      // Of whom nobody could be asked about no name is written, and the one that stands there is as well known as before.
      ...(!hidesAll && { applicant: applicantOf(application) ?? null }),
      ...(signsAnew(application) && { signature_missing: isSignatureMissing(application) }),
      ...(!waited && {
        changed_at: ctx.clock.now(),
        latest_event: 'case.supplemented',
        version: row('version', '+', 1),
      }),
    }))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .execute()
  await writeSigners(ctx, tx, { application, caseId, isProtected: hidesAll })
  await writeHistory(ctx, tx, {
    caseId,
    type: 'case.supplemented',
    forCitizen: true,
    data: { sequence, status: status.id, ...historyOf(application) },
  })
  tx.record({
    type: 'case.supplemented',
    subject: caseId,
    data: { draftId, sequence, status: status.id },
    ...(onBehalfOf !== undefined && { onBehalfOf }),
  })
  return { caseId, number: it.number, receivedAt: at, receipt: undefined }
}

/** Whether all parties sign a supplement, and not the applicant alone: then it tells anew whose signature is missing. */
const signsAnew = ({ signed, service }: Application): boolean =>
  signed !== undefined && service.definition.signing?.supplements === 'all'

/** Lets those who have signed a supplement, and were no parties before, into the case. A protected one makes it a protected case. */
async function addParties(ctx: Context, { db }: Transaction, { application, it, isProtected }: Added): Promise<void> {
  const added = otherParties(application).filter(({ personId }) => !it.persons.includes(personId))
  if (added.length === 0) return
  await db
    .insertInto('cases.case_party')
    .values(added.map((party) => partyRow(ctx, { ...party, caseId: it.caseId, since: application.at })))
    .execute()
  if (!isProtected || it.isProtected) return
  await db
    .updateTable('cases.case')
    .set({ protected: true, applicant: null })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', it.caseId)
    .execute()
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
