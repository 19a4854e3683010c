import { z } from 'zod'
import { getServiceVersion } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import type { Submitted, SubmittedFile } from '../copy/submitted.ts'
import '../tables.ts'

const StoredAnswers = z.record(z.string(), z.json())

/** What was sent in as a draft, as long as it has no copy yet; undefined when it has one, or was never sent. Role `system`. */
export async function findUncopied(ctx: Context, tx: Reading, draftId: string): Promise<Submitted | undefined> {
  const row = await tx.db
    .selectFrom('cases.submission as s')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.tenant_id', '=', 's.tenant_id').onRef('c.case_id', '=', 's.case_id'),
    )
    .leftJoin('documents.submission_copy as copy', (join) =>
      join.onRef('copy.tenant_id', '=', 's.tenant_id').onRef('copy.draft_id', '=', 's.draft_id'),
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
    .where('copy.draft_id', 'is', null)
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
    attachments: await listAttachments(ctx, tx, draftId),
  }
}

/** The submission's attachments in the order in which they were uploaded, which their ids follow. */
async function listAttachments(ctx: Context, { db }: Reading, draftId: string): Promise<readonly SubmittedFile[]> {
  const rows = await db
    .selectFrom('cases.attachment')
    .select(['name', 'media_type', 'size', 'sha256'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draftId)
    .orderBy('file_id')
    .execute()
  return rows.map(({ name, media_type, size, sha256 }) => ({ name, mediaType: media_type, size, sha256 }))
}
