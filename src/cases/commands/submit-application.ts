import { getServiceVersion } from '../../catalogue/public.ts'
import { type ReadFacts, takeDraft, withFacts } from '../../drafts/public.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import { type StepProblems, validateForm } from '../../forms/validation.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { Received } from '../application.ts'
import { openCase } from '../open-case.ts'
import { mayApply } from '../policy.ts'
import { findReceived } from '../queries/find-received.ts'
import { supplementCase } from '../supplement-case.ts'

/** Why a draft can't be sent (now). It stays as it is. */
export type SubmitFailure =
  /** The answers are not complete or right; the first step is the one to go back to. */
  | { readonly kind: 'problems'; readonly steps: readonly StepProblems[] }
  /** The service requires login and nobody is logged in. */
  | { readonly kind: 'login-required' }
  /** The case that the draft supplements doesn't wait for a supplement any more. */
  | { readonly kind: 'not-waiting'; readonly caseId: string }

/**
 * Sends a draft: it becomes a case with its first submission, or a new submission in the case that it supplements, in one transaction
 * with all that follows from it. A draft that has been sent answers the same again, however often it is asked
 * (B3.6: "never makes two cases or none"). Throws `not-found` for anybody but the draft's owner.
 */
export async function submitApplication(
  ctx: Context,
  draftId: string,
  { readFacts }: { readonly readFacts: ReadFacts },
): Promise<Result<Received, SubmitFailure>> {
  return await inTransaction(ctx, async (tx): Promise<Result<Received, SubmitFailure>> => {
    // Locks the draft's row: of many posts at once the first one sends; the others wait here, and find it sent.
    const draft = await takeDraft(ctx, tx, draftId)
    if (draft.state === 'sent') return ok(await getReceived(ctx, tx, draftId))
    const service = await getServiceVersion(ctx, draft.versionId, tx)
    const { form, login } = service.definition
    if (!mayApply(ctx.actor, login)) return failed({ kind: 'login-required' })
    const facts = await readFacts(ctx, factsNeeded(form), tx)
    const validated = validateForm(form, withFacts(service, draft.typed, facts), facts)
    if (!validated.ok) return failed({ kind: 'problems', steps: validated.steps })
    const { answers } = validated
    const application = { draftId, service, facts, answers, files: draft.files, at: ctx.clock.now() }
    return draft.caseId === undefined
      ? ok(await openCase(ctx, tx, application))
      : await supplementCase(ctx, tx, { caseId: draft.caseId, application })
  })
}

async function getReceived(ctx: Context, tx: Transaction, draftId: string): Promise<Received> {
  const received = await findReceived(ctx, tx, draftId)
  if (!received) throw notFound()
  return received
}
