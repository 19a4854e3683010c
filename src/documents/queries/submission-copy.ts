import { recordRead } from '../../cases/public.ts'
import { fileKeyBinding, openFile } from '../../files/public.ts'
import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { renderSubmissionCopy } from '../commands/render-submission-copy.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { copiesWithinReach, type Reach } from '../policy.ts'
import '../tables.ts'

/** A copy as its reader gets it. */
export type SubmissionCopy = {
  /** The case's number, the only thing that a file's name may tell. */
  readonly number: string
  readonly pdf: Buffer
}

/** Which copy is meant: that of a submission by its sequence, else of the latest. */
export type WantedCopy = { readonly caseId: string; readonly sequence?: number | undefined }

/**
 * The copy of a submission, made now if its job has not come to it yet. That a staff member reads it is written down as reading the case.
 * Throws `not-found` when there is no such submission within the actor's reach.
 */
export async function submissionCopy(
  ctx: Context,
  wanted: WantedCopy,
  readLetterhead: ReadLetterhead,
): Promise<SubmissionCopy> {
  const reach = copiesWithinReach(ctx.actor)
  if (!reach) throw notFound()
  const { number, draftId } = await inTransaction(ctx, async (tx) => {
    const found = await findSubmission(ctx, tx, { ...wanted, reach })
    if (!found) throw notFound()
    if (ctx.actor.kind === 'staff') await recordRead(ctx, tx, { caseId: wanted.caseId, isProtected: found.isProtected })
    return found
  })
  const find = async () => await inTransaction(ctx, async (tx) => await findStored(ctx, tx, draftId))
  const stored = (await find()) ?? (await makeThen(find, { ctx, draftId, readLetterhead }))
  return { number, pdf: await readWhole(ctx, stored) }
}

async function makeThen(
  find: () => Promise<StoredCopy | undefined>,
  made: { readonly ctx: Context; readonly draftId: string; readonly readLetterhead: ReadLetterhead },
): Promise<StoredCopy> {
  await renderSubmissionCopy(actingAs(made.ctx, system), { draftId: made.draftId }, made.readLetterhead)
  const stored = await find()
  if (!stored) throw new Error('The copy that was just made is not there')
  return stored
}

async function findSubmission(
  ctx: Context,
  { db }: Transaction,
  { caseId, sequence, reach }: WantedCopy & { readonly reach: Reach },
): Promise<{ readonly number: string; readonly draftId: string; readonly isProtected: boolean } | undefined> {
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

type StoredCopy = { readonly fileId: string; readonly blob: string; readonly key: Uint8Array }

/** Where the copy lies, and its key; undefined when it has not been made. */
async function findStored(ctx: Context, { db }: Transaction, draftId: string): Promise<StoredCopy | undefined> {
  const row = await db
    .selectFrom('documents.submission_copy as copy')
    .innerJoin('files.file as f', (join) =>
      join.onRef('f.tenant_id', '=', 'copy.tenant_id').onRef('f.file_id', '=', 'copy.file_id'),
    )
    .select(['copy.file_id', 'copy.wrapped_key', 'f.blob'])
    .where('copy.tenant_id', '=', ctx.tenant.id)
    .where('copy.draft_id', '=', draftId)
    .executeTakeFirst()
  if (!row) return undefined
  const key = ctx.vault.unwrap(ctx.tenant.id, row.wrapped_key, fileKeyBinding(row.file_id))
  return { fileId: row.file_id, blob: row.blob, key }
}

/** The whole file before any of it is sent: some tens of kilobytes, and nobody gets half a document. */
async function readWhole(ctx: Context, stored: StoredCopy): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await openFile(ctx, stored)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
