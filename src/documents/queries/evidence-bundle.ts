import { Readable } from 'node:stream'
import { recordRead } from '../../cases/public.ts'
import { blobOf, fileKeyBinding, openFile } from '../../files/public.ts'
import type { Sent } from '../../forms/summary.ts'
import { listIdentities } from '../../people/public.ts'
import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { describeBundle } from '../evidence/describe-bundle.ts'
import { attachmentPath } from '../evidence/signed-submission.ts'
import { type SignerToBundle, type SubmissionToBundle, writeBundle } from '../evidence/write-bundle.ts'
import { zipped } from '../evidence/zip.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { copiesWithinReach } from '../policy.ts'
import { StoredAnswers } from '../stored-answers.ts'
import { findSubmission } from './find-submission.ts'
import { findSubmitted } from './find-submitted.ts'
import { listSigners, type SubmissionSigner } from './list-signers.ts'
import { storedCopy } from './submission-copy.ts'

/** An evidence bundle: everything that was signed in a case, with what proves it. */
export type EvidenceBundle = { readonly number: string; readonly zip: Readable }

/**
 * The evidence of all that has been signed in a case. Staff get all of it, the applicant their own signatures alone: another's holds the number of its
 * signer, and what they filled in. That staff fetch it is written down as reading the case. Throws `not-found` for all others, and where nothing is signed.
 */
export async function evidenceBundle(
  ctx: Context,
  caseId: string,
  readLetterhead: ReadLetterhead,
): Promise<EvidenceBundle> {
  const reach = copiesWithinReach(ctx.actor)
  if (!reach) throw notFound()
  const { number } = await inTransaction(ctx, async (tx) => {
    // Row-level security shows a submission to who applied, and to no other party.
    const found = await findSubmission(ctx, tx, { caseId, reach })
    if (!found) throw notFound()
    if (ctx.actor.kind === 'staff') await recordRead(ctx, tx, { caseId, isProtected: found.isProtected })
    return found
  })
  const { municipality } = await readLetterhead(ctx)
  const asSystem = actingAs(ctx, system)
  const read = await inTransaction(asSystem, async (tx) => {
    const submissions: Omit<SubmissionToBundle, 'copy'>[] = []
    for (const [draftId, signers] of await listSigners(asSystem, tx, caseId)) {
      submissions.push(await readSigned(ctx, tx, { draftId, signers, municipality }))
    }
    return submissions.toSorted((one, other) => one.sequence - other.sequence)
  })
  if (read.length === 0) throw notFound()
  const submissions: SubmissionToBundle[] = []
  for (const submission of read) {
    submissions.push({ ...submission, copy: await storedCopy(asSystem, submission.draft, readLetterhead) })
  }
  const madeAt = ctx.clock.now()
  const { timeZone } = ctx.tenant
  const isApplicants = ctx.actor.kind !== 'staff'
  const description = describeBundle({ municipality, number, madeAt, timeZone, isApplicants })
  return { number, zip: Readable.from(zipped(writeBundle(submissions, description), madeAt)) }
}

/** Reads, as the program, one submission and its signatures for the context's actor. */
async function readSigned(
  ctx: Context,
  tx: Transaction,
  given: { readonly draftId: string; readonly signers: readonly SubmissionSigner[]; readonly municipality: string },
): Promise<Omit<SubmissionToBundle, 'copy'>> {
  const { draftId, municipality } = given
  const submitted = await findSubmitted(ctx, tx, draftId)
  if (!submitted) throw new Error('There are signatures of something that was never sent')
  const { service, number, sequence, receivedAt, answers, asked } = submitted
  const shared = ctx.actor.kind === 'staff' ? await findSharedAnswers(ctx, tx, draftId) : undefined
  return {
    municipality,
    case: number,
    sequence,
    receivedAt: receivedAt.toISOString(),
    draft: draftId,
    service: {
      id: service.serviceId,
      name: service.shortName,
      title: service.definition.title.sv,
      version: service.versionId,
    },
    answers,
    asked,
    shared,
    signers: await withOwn(ctx, tx, given),
    files: await listFiles(ctx, tx, draftId),
  }
}

async function withOwn(
  ctx: Context,
  tx: Transaction,
  { draftId, signers }: { readonly draftId: string; readonly signers: readonly SubmissionSigner[] },
): Promise<readonly SignerToBundle[]> {
  const rows = await tx.db
    .selectFrom('cases.party_answers')
    .select(['party_id', 'answers', 'asked'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .execute()
  const own = new Map(
    rows.map((row) => [row.party_id, { answers: StoredAnswers.parse(row.answers), asked: row.asked }]),
  )
  const identities = await listIdentities(
    ctx,
    tx,
    signers.flatMap(({ personId }) => personId ?? []),
  )
  return signers.map((signer) => ({
    ...signer,
    own: own.get(signer.partyId),
    identities: identities.get(signer.personId ?? '') ?? [],
    isForReader: ctx.actor.kind === 'staff' || (ctx.actor.kind === 'citizen' && ctx.actor.id === signer.personId),
  }))
}

async function findSharedAnswers(ctx: Context, { db }: Transaction, draftId: string): Promise<Sent | undefined> {
  const row = await db
    .selectFrom('cases.shared_submission')
    .select(['answers', 'asked'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .executeTakeFirst()
  return row && { answers: StoredAnswers.parse(row.answers), asked: row.asked }
}

/** The submission's files in the order in which they were uploaded, each opened when it is read. */
async function listFiles(ctx: Context, tx: Transaction, draftId: string): Promise<SubmissionToBundle['files']> {
  const rows = await tx.db
    .selectFrom('cases.attachment')
    .select(['file_id', 'name', 'media_type', 'size', 'sha256', 'wrapped_key', 'hidden_from_parties'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .orderBy('file_id')
    .execute()
  const files: SubmissionToBundle['files'][number][] = []
  for (const [position, row] of rows.entries()) {
    const fileId = row.file_id
    const key = ctx.vault.unwrap(ctx.tenant.id, row.wrapped_key, fileKeyBinding(fileId))
    const blob = await blobOf(ctx, tx, fileId)
    files.push({
      id: fileId,
      path: attachmentPath(position + 1, row.name),
      name: row.name,
      mediaType: row.media_type,
      size: Number(row.size),
      sha256: row.sha256.toString('hex'),
      hiddenFromParties: row.hidden_from_parties,
      bytes: () => bytesOf(ctx, { fileId, blob, key }),
    })
  }
  return files
}

async function* bytesOf(ctx: Context, file: Parameters<typeof openFile>[1]): AsyncGenerator<Uint8Array> {
  for await (const chunk of await openFile(ctx, file)) yield chunk
}
