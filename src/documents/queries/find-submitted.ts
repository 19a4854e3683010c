import { getServiceVersion } from '../../catalogue/public.ts'
import { canonicalJson } from '../../forms/canonical-json.ts'
import type { Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import type { Submitted, SubmittedFile } from '../copy/submitted.ts'
import { submittedSigner } from '../copy/submitted-signer.ts'
import { StoredAnswers } from '../stored-answers.ts'
import { listSigners } from './list-signers.ts'
import '../tables.ts'

/** What was sent in as a draft, as long as it has no copy yet; undefined when it has one, or was never sent. Role `system`. */
export async function findUncopied(ctx: Context, tx: Reading, draftId: string): Promise<Submitted | undefined> {
  const copy = await tx.db
    .selectFrom('documents.submission_copy')
    .select('draft_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .executeTakeFirst()
  return copy ? undefined : await findSubmitted(ctx, tx, draftId)
}

/** What was sent in as a draft, with who signed it; undefined when it was never sent. Role `system`. */
export async function findSubmitted(ctx: Context, tx: Reading, draftId: string): Promise<Submitted | undefined> {
  const row = await tx.db
    .selectFrom('cases.submission as s')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.case_id', '=', 's.case_id'),
    )
    .select([
      's.case_id',
      's.draft_id',
      's.sequence',
      's.version_id',
      's.answers',
      's.asked',
      's.digest',
      's.actor_kind',
    ])
    .select(['s.received_at', 'c.number', 'c.applicant'])
    .where('s.tenant_id', '=', ctx.tenant.id)
    .where('s.draft_id', '=', draftId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    caseId: row.case_id,
    draftId: row.draft_id,
    number: row.number,
    sequence: row.sequence,
    receivedAt: row.received_at,
    sender: row.applicant ?? undefined,
    loggedIn: row.actor_kind !== 'visitor',
    service: await getServiceVersion(ctx, row.version_id, tx),
    answers: StoredAnswers.parse(row.answers),
    asked: row.asked ?? Object.keys(StoredAnswers.parse(row.answers)),
    digest: row.digest,
    attachments: await listAttachments(ctx, tx, { draftId, hiddenToo: true }),
    signers: ((await listSigners(ctx, tx, row.case_id)).get(draftId) ?? []).map(submittedSigner),
    isPart: false,
  }
}

/**
 * The same as another party than the applicant may read it: without what is hidden from them, with what they filled in themselves. Its checksum is of
 * just those answers, since one of all answers would tell of the hidden ones. Role `system`.
 */
export async function findSubmittedFor(
  ctx: Context,
  tx: Reading,
  { draftId, person }: { readonly draftId: string; readonly person: string },
): Promise<Submitted | undefined> {
  const whole = await findSubmitted(ctx, tx, draftId)
  const shared = await tx.db
    .selectFrom('cases.shared_submission')
    .select(['answers', 'asked'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .executeTakeFirst()
  if (!whole || !shared) return undefined
  const own = await tx.db
    .selectFrom('cases.party_answers')
    .select(['answers', 'asked'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .where('person_id', '=', person)
    .executeTakeFirst()
  const answers = { ...StoredAnswers.parse(shared.answers), ...(own && StoredAnswers.parse(own.answers)) }
  return {
    ...whole,
    answers,
    asked: [...shared.asked, ...(own?.asked ?? [])],
    digest: sha256(canonicalJson(answers)),
    attachments: await listAttachments(ctx, tx, { draftId, hiddenToo: false }),
    isPart: true,
  }
}

/** The submission's attachments in the order in which they were uploaded, which their ids follow. */
async function listAttachments(
  ctx: Context,
  { db }: Reading,
  { draftId, hiddenToo }: { readonly draftId: string; readonly hiddenToo: boolean },
): Promise<readonly SubmittedFile[]> {
  const rows = await db
    .selectFrom('cases.attachment')
    .select(['name', 'media_type', 'size', 'sha256'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .$if(!hiddenToo, (query) => query.where('hidden_from_parties', '=', false))
    .orderBy('file_id')
    .execute()
  return rows.map(({ name, media_type, size, sha256: digest }) => ({
    name,
    mediaType: media_type,
    size,
    sha256: digest,
  }))
}
