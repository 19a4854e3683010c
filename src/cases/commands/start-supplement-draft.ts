import { startSupplement } from '../../drafts/public.ts'
import { fileKeyBinding } from '../../files/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { caseFacts } from '../case.ts'
import { may } from '../policy.ts'
import { findCase } from '../queries/find-case.ts'
import { readSubmissions } from '../queries/list-submissions.ts'

/** Where the person goes on. */
export type StartedSupplement = { readonly id: string; readonly step: string }

/**
 * Opens the form of a case that waits for a supplement, as it was last sent ("Ändra ärende", A2.3), or goes on with the draft
 * that is open already. Throws `not-found` for those who are no party of the case.
 */
export async function startSupplementDraft(
  ctx: Context,
  caseId: string,
): Promise<Result<StartedSupplement, 'not-waiting'>> {
  const latest = await inTransaction(ctx, async (tx) => {
    const it = await findCase(ctx, tx, caseId)
    if (!it || ctx.actor.kind !== 'citizen') throw notFound()
    if (!may(ctx.actor, 'supplement-by-form', caseFacts(it))) return undefined
    const submission = (await readSubmissions(ctx, tx, caseId)).at(-1)
    if (!submission) throw new Error('A case without a submission')
    return { ...submission, files: await readFiles(ctx, tx, { caseId, draftId: submission.draftId }) }
  })
  if (!latest) return failed('not-waiting')
  const { serviceId, versionId, definition } = latest.service
  const { answers, asked, seen, files } = latest
  const { form } = definition
  return ok(await startSupplement(ctx, { caseId, serviceId, versionId, form, before: { answers, asked, seen }, files }))
}

/** The files of a submission with their own keys in the clear, for the draft to seal under its own. */
async function readFiles(
  ctx: Context,
  { db }: Transaction,
  { caseId, draftId }: { readonly caseId: string; readonly draftId: string },
) {
  const rows = await db
    .selectFrom('cases.attachment')
    .select(['file_id', 'question_id', 'name', 'media_type', 'size', 'sha256', 'wrapped_key'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .where('draft_id', '=', draftId)
    .execute()
  return rows.map((row) => ({
    fileId: row.file_id,
    questionId: row.question_id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    key: ctx.vault.unwrap(ctx.tenant.id, row.wrapped_key, fileKeyBinding(row.file_id)),
  }))
}
