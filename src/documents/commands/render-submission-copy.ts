import { fileKeyBinding, insertFile, type StoredFile, storeOwnFile } from '../../files/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { setCopy } from '../copy/set-copy.ts'
import type { Submitted } from '../copy/submitted.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { mayMakeCopies } from '../policy.ts'
import { findUncopied } from '../queries/find-submitted.ts'

/** Somebody else was quicker with the same copy. */
class MadeAlready extends Error {}

/**
 * Makes the copy of what was sent in as a draft and keeps it, encrypted under a key of its own. Does nothing when there is one already, so it may
 * run twice, also at the same time. As `system`; throws `not-found` for others.
 */
export async function renderSubmissionCopy(
  ctx: Context,
  { draftId }: { readonly draftId: string },
  readLetterhead: ReadLetterhead,
): Promise<void> {
  if (!mayMakeCopies(ctx.actor)) throw notFound()
  const submitted = await inTransaction(ctx, async (tx) => await findUncopied(ctx, tx, draftId))
  if (!submitted) return
  const bytes = await setCopy(submitted, await readLetterhead(ctx), { timeZone: ctx.tenant.timeZone })
  const file = await storeOwnFile(ctx, { name: `${submitted.number}.pdf`, mediaType: 'application/pdf', bytes })
  try {
    await keep(ctx, submitted, file)
  } catch (error) {
    if (!(error instanceof MadeAlready)) throw error
    await ctx.blobs.remove(file.blob)
  }
}

/** Writes the copy's rows. Rolls back, the file's row with it, when the race between the job and somebody who asks has been lost. */
async function keep(ctx: Context, { draftId, caseId }: Submitted, file: StoredFile): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await insertFile(ctx, tx, file)
    const row = await tx.db
      .insertInto('documents.submission_copy')
      .values({
        tenant_id: ctx.tenant.id,
        draft_id: draftId,
        case_id: caseId,
        file_id: file.fileId,
        sha256: Buffer.from(file.sha256),
        wrapped_key: ctx.vault.wrap(ctx.tenant.id, file.key, fileKeyBinding(file.fileId)),
        created_at: ctx.clock.now(),
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'draft_id']).doNothing())
      .returning('draft_id')
      .executeTakeFirst()
    if (!row) throw new MadeAlready()
  })
}
