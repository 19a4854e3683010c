import type { ExportedSigner } from '../../forms/export/sent-form.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { caseFacts } from '../case.ts'
import { type ExportFormat, exportFile } from '../export-file.ts'
import { may } from '../policy.ts'
import { recordRead } from '../record-read.ts'
import { findCase } from './find-case.ts'
import { readSubmissions } from './list-submissions.ts'
import { type CaseSigner, readSigners } from './read-signers.ts'

type ExportSubmission = {
  readonly caseId: string
  /** 1 for what opened the case. */
  readonly sequence: number
  readonly format: ExportFormat
}

/**
 * A submission of a case as a file, for those who may read the case as staff; that they did is written down in the same transaction.
 * Throws `not-found` for all others, and for a submission that isn't there.
 */
export async function exportSubmission(ctx: Context, { caseId, sequence, format }: ExportSubmission) {
  if (ctx.actor.kind !== 'staff') throw notFound()
  return await inTransaction(ctx, async (tx) => {
    const it = await findCase(ctx, tx, caseId)
    if (!it || !may(ctx.actor, 'read-as-staff', caseFacts(it))) throw notFound()
    const submission = (await readSubmissions(ctx, tx, caseId)).find((one) => one.sequence === sequence)
    if (!submission) throw notFound()
    const signers = (await readSigners(ctx, tx, it)).filter(({ draftId }) => draftId === submission.draftId)
    await recordRead(ctx, tx, it)
    const { service, answers, asked, receivedAt } = submission
    const { form, title, signing } = service.definition
    return exportFile(
      {
        form,
        answers,
        asked,
        sequence,
        receivedAt,
        caseNumber: it.number,
        service: service.shortName,
        version: service.versionId,
        title: title.sv,
        ...(signing && { isSigned: true, signers: signers.map(exportedSigner) }),
      },
      format,
    )
  })
}

const exportedSigner = ({ role, name, signed, declined, own }: CaseSigner): ExportedSigner => ({
  role,
  declined,
  ...(name !== undefined && { name }),
  ...(signed && { signedAt: signed.at, method: signed.method.name }),
  ...(own && { own }),
})
