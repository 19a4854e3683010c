import { getServiceVersion } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { CompleteApplication } from '../../signing/public.ts'
import { casePath } from '../case.ts'
import { openCase } from '../open-case.ts'
import { receivedPath } from '../receipt.ts'
import { supplementBySignatures } from '../supplement-case.ts'

/**
 * Sends what has been signed: the sealed copy becomes a case with its first submission, or a new submission in the case that it supplements, with all who
 * have signed as parties and the evidence of it. In role `system`, in the transaction of the last signature, whose signer is the actor; the draft is
 * locked, so that it happens once. Answers where the actor is led: the applicant to their receipt, others to the case.
 */
export async function completeApplication(
  ctx: Context,
  tx: Transaction,
  { draft, copy, files, ownerId, signers }: CompleteApplication,
): Promise<{ readonly caseId: string; readonly path: string }> {
  const { answers, asked, seen, group, applicantName } = copy
  const application = {
    draftId: draft,
    service: await getServiceVersion(ctx, copy.versionId, tx),
    answers,
    asked,
    seen,
    group,
    files,
    knownAs: applicantName,
    at: ctx.clock.now(),
    signed: { ownerId, signers },
  }
  const received =
    copy.caseId === undefined
      ? await openCase(ctx, tx, application)
      : await supplementBySignatures(ctx, tx, { caseId: copy.caseId, application })
  const { caseId } = received
  const isOwn = ctx.actor.kind === 'citizen' && ctx.actor.id === ownerId
  return { caseId, path: isOwn ? receivedPath(received) : casePath(caseId) }
}
