import { isPaperForm } from '../../catalogue/public.ts'
import { changedPath, orLogInAgain, printPath, type Supplementing, stepPath } from '../../drafts/public.ts'
import { reviewStep } from '../../forms/navigation.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { redirect, view } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { type SubmitFailure, submitApplication } from '../commands/submit-application.ts'
import type { CasePorts } from '../ports.ts'
import { findSentPath } from '../queries/find-sent-path.ts'
import { findSupplementRequest } from '../queries/find-supplement-request.ts'
import { openReview } from '../queries/open-review.ts'
import { receivedPath } from '../receipt.ts'
import { ReviewView } from '../views/review-view.tsx'
import { withDetails } from './my-receipt.tsx'
import { DraftParameters } from './parameters.ts'

/** The review of a draft, which sends it. */
export const reviewPage = (ports: CasePorts): Page =>
  page(stepPath(':draft', reviewStep), {
    area: 'public',
    params: DraftParameters,
    get: async ({ ctx, params, request }) =>
      await orLogInAgain(ports, { ctx, request }, async () => await answerReview(ctx, ports, params.draft)),
    post: async ({ ctx, params, request }) =>
      // What was posted is nothing but the wish to send: after the login the person stands here again, and sends.
      await orLogInAgain(ports, { ctx, request }, async () => {
        const sent = await submitApplication(ctx, params.draft, ports)
        if (sent.ok) return redirect(withDetails(receivedPath(sent.value), sent.value.detailsAt))
        if (sent.error.kind === 'form-changed') return redirect(stepPath(params.draft, reviewStep))
        return await answerReview(ctx, ports, params.draft, sent.error)
      }),
  })

async function answerReview(ctx: Context, ports: CasePorts, draft: string, failure?: SubmitFailure) {
  const opened = await openReview(ctx, ports.readFacts, draft)
  if (opened.kind === 'elsewhere') return redirect(stepPath(draft, opened.step))
  if (opened.kind === 'changed') return redirect(changedPath(draft))
  if (opened.kind === 'sent') {
    const path = await findSentPath(ctx, draft)
    if (path === undefined) throw notFound()
    return redirect(path)
  }
  const { review } = opened
  if (isPaperForm(review.service)) return redirect(printPath(draft))
  const { caseId } = review.draft
  const supplementing: Supplementing | undefined =
    caseId === undefined ? undefined : { request: await findSupplementRequest(ctx, caseId) }
  const body = <ReviewView review={review} supplementing={supplementing} {...(failure ? { failure } : {})} />
  return failure ? view(body, { status: failure.kind === 'problems' ? 422 : 409 }) : body
}
