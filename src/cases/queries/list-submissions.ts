import { z } from 'zod'
import { getServiceVersions, type Service } from '../../catalogue/public.ts'
import type { Answers } from '../../forms/answers.ts'
import { canonicalJson } from '../../forms/canonical-json.ts'
import { type OpenedAgain, StoredRuleParts } from '../../forms/opened-again.ts'
import type { Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { caseFacts } from '../case.ts'
import { may } from '../policy.ts'
import { findCase } from './find-case.ts'

/** Answers as they were sent, and the files that came with them. */
export type Submission = OpenedAgain & {
  readonly draftId: string
  /** 1 for what opened the case, then one more for each supplement. */
  readonly sequence: number
  /** The service in the version that was filled in. */
  readonly service: Service
  /** SHA-256 of the canonical JSON of the answers. */
  readonly digest: Buffer
  readonly receivedAt: Date
  readonly attachments: readonly Attachment[]
}

/** A file that was sent in; size in bytes. */
export type Attachment = {
  readonly fileId: string
  readonly questionId: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: Buffer
}

const StoredAnswers: z.ZodType<Answers> = z.record(z.string(), z.json())

/**
 * All that has been sent in a case, oldest first; for a party who didn't apply without what is hidden from them. Throws `not-found` for those who
 * may not read the case.
 */
export async function listSubmissions(ctx: Context, caseId: string): Promise<readonly Submission[]> {
  return await inReading(ctx, async (tx) => {
    const it = await findCase(ctx, tx, caseId)
    if (!it) throw notFound()
    return may(ctx.actor, 'read-hidden', caseFacts(it))
      ? await readSubmissions(ctx, tx, caseId)
      : await readShared(ctx, tx, caseId)
  })
}

/** The submissions of a case whose reader is known to be allowed, oldest first. */
export async function readSubmissions(ctx: Context, tx: Reading, caseId: string): Promise<readonly Submission[]> {
  const rows = await tx.db
    .selectFrom('cases.submission')
    .select(['draft_id', 'sequence', 'version_id', 'answers', 'asked', 'seen', 'digest', 'received_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .orderBy('sequence')
    .execute()
  return await toSubmissions(ctx, tx, {
    rows,
    attachments: await readAttachments(ctx, tx, { caseId, which: 'all' }),
  })
}

/** What other parties than the applicant see of them. The digest is of what they see. */
async function readShared(ctx: Context, tx: Reading, caseId: string): Promise<readonly Submission[]> {
  const shared = await tx.db
    .selectFrom('cases.shared_submission')
    .select(['draft_id', 'sequence', 'version_id', 'answers', 'asked', 'received_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .orderBy('sequence')
    .execute()
  const rows = shared.map((row) => ({
    ...row,
    seen: null,
    digest: sha256(canonicalJson(StoredAnswers.parse(row.answers))),
  }))
  return await toSubmissions(ctx, tx, {
    rows,
    attachments: await readAttachments(ctx, tx, { caseId, which: 'shared' }),
  })
}

type Rows = {
  readonly rows: readonly {
    readonly draft_id: string
    readonly sequence: number
    readonly version_id: string
    readonly answers: unknown
    readonly asked: readonly string[] | null
    readonly seen: unknown
    readonly digest: Buffer
    readonly received_at: Date
  }[]
  readonly attachments: ReadonlyMap<string, readonly Attachment[]>
}

async function toSubmissions(ctx: Context, tx: Reading, { rows, attachments }: Rows): Promise<readonly Submission[]> {
  const services = await getServiceVersions(
    ctx,
    rows.map((row) => row.version_id),
    tx,
  )
  return rows.map((row) => {
    const service = services.get(row.version_id)
    if (!service) throw new Error(`A submission of the version ${row.version_id}, which doesn't exist`)
    return {
      draftId: row.draft_id,
      sequence: row.sequence,
      service,
      answers: StoredAnswers.parse(row.answers),
      asked: row.asked ?? Object.keys(StoredAnswers.parse(row.answers)),
      seen: row.seen === null ? undefined : StoredRuleParts.parse(row.seen),
      digest: row.digest,
      receivedAt: row.received_at,
      attachments: attachments.get(row.draft_id) ?? [],
    }
  })
}

async function readAttachments(
  ctx: Context,
  { db }: Reading,
  { caseId, which }: { readonly caseId: string; readonly which: 'all' | 'shared' },
): Promise<ReadonlyMap<string, readonly Attachment[]>> {
  const rows = await db
    .selectFrom('cases.attachment')
    .select(['draft_id', 'file_id', 'question_id', 'name', 'media_type', 'size', 'sha256'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .$if(which === 'shared', (query) => query.where('hidden_from_parties', '=', false))
    .orderBy('file_id')
    .execute()
  const files = rows.map((row) => ({
    draftId: row.draft_id,
    fileId: row.file_id,
    questionId: row.question_id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
  }))
  return Map.groupBy(files, (file) => file.draftId)
}
