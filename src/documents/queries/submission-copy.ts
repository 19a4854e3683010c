import { recordRead } from '../../cases/public.ts'
import { fileKeyBinding, openFile } from '../../files/public.ts'
import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { renderSubmissionCopy } from '../commands/render-submission-copy.ts'
import { setCopy } from '../copy/set-copy.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { copiesWithinReach } from '../policy.ts'
import { findSharedSubmission, findSubmission, type WantedSubmission } from './find-submission.ts'
import { findSubmittedFor } from './find-submitted.ts'
import '../tables.ts'

/** A copy as its reader gets it. */
export type SubmissionCopy = {
  /** The case's number, the only thing that a file's name may tell. */
  readonly number: string
  readonly pdf: Buffer
}

/**
 * The copy of a submission, made now if its job has not come to it yet; for another party than the applicant one of what they may read, which isn't
 * kept. That a staff member reads it is written down as reading the case. Throws `not-found` when there is no such submission within the actor's reach.
 */
export async function submissionCopy(
  ctx: Context,
  wanted: WantedSubmission,
  readLetterhead: ReadLetterhead,
): Promise<SubmissionCopy> {
  const reach = copiesWithinReach(ctx.actor)
  if (!reach) throw notFound()
  const found = await inTransaction(ctx, async (tx) => {
    const whole = await findSubmission(ctx, tx, { ...wanted, reach })
    if (!whole) return { ...(await findShared(ctx, tx, wanted)), isWhole: false }
    if (ctx.actor.kind === 'staff') await recordRead(ctx, tx, { caseId: wanted.caseId, isProtected: whole.isProtected })
    return { ...whole, isWhole: true }
  })
  const { number, draftId } = found
  const pdf = found.isWhole
    ? await storedCopy(ctx, draftId, readLetterhead)
    : await partialCopy(ctx, draftId, readLetterhead)
  return { number, pdf }
}

async function findShared(ctx: Context, tx: Transaction, wanted: WantedSubmission) {
  const found = await findSharedSubmission(ctx, tx, wanted)
  if (!found) throw notFound()
  return found
}

/** The copy that is kept of a submission that the actor is known to be allowed to read. */
export async function storedCopy(ctx: Context, draftId: string, readLetterhead: ReadLetterhead): Promise<Buffer> {
  const find = async () => await inTransaction(ctx, async (tx) => await findStored(ctx, tx, draftId))
  return await readWhole(ctx, (await find()) ?? (await makeThen(find, { ctx, draftId, readLetterhead })))
}

/** Sets a copy of what another party than the applicant may read. */
async function partialCopy(ctx: Context, draftId: string, readLetterhead: ReadLetterhead): Promise<Buffer> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') throw notFound()
  const asSystem = actingAs(ctx, system)
  const submitted = await inTransaction(
    asSystem,
    async (tx) => await findSubmittedFor(asSystem, tx, { draftId, person: actor.id }),
  )
  if (!submitted) throw notFound()
  return await setCopy(submitted, await readLetterhead(ctx), { timeZone: ctx.tenant.timeZone })
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
