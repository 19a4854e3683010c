import { isPaperForm } from '../../catalogue/public.ts'
import { changedPath, orLogInAgain, printPath, type Supplementing, signingPath, stepPath } from '../../drafts/public.ts'
import { reviewStep } from '../../forms/navigation.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { redirect, view } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { type SubmitFailure, submitApplication } from '../commands/submit-application.ts'
import { postedContacts, type TypedContacts } from '../party-contacts.ts'
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
    post: async ({ ctx, params, request, body }) => {
      const contacts = postedContacts(body)
      // After the login the person stands here again, with what they typed, and sends.
      const late =
        contacts.size === 0 ? ports : { afterSessionEnd: async () => await ports.keepTyped(ctx, request, body) }
      return await orLogInAgain(late, { ctx, request }, async () => {
        const submitted = await submitApplication(ctx, { draftId: params.draft, contacts }, ports)
        if (!submitted.ok) {
          if (submitted.error.kind === 'form-changed') return redirect(stepPath(params.draft, reviewStep))
          return await answerReview(ctx, ports, params.draft, { failure: submitted.error, contacts })
        }
        const { value } = submitted
        if (value.kind === 'sealed') return redirect(signingPath(params.draft))
        return redirect(withDetails(receivedPath(value), value.detailsAt))
      })
    },
    resumed: async ({ ctx, params, body }) =>
      await answerReview(ctx, ports, params.draft, { contacts: postedContacts(body) }),
  })

type Again = { readonly failure?: SubmitFailure; readonly contacts: TypedContacts }

async function answerReview(ctx: Context, ports: CasePorts, draft: string, again?: Again) {
  const opened = await openReview(ctx, ports.readFacts, draft)
  if (opened.kind === 'elsewhere') return redirect(stepPath(draft, opened.step))
  if (opened.kind === 'changed') return redirect(changedPath(draft))
  if (opened.kind === 'sealed') return redirect(signingPath(draft))
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
  const body = <ReviewView review={review} supplementing={supplementing} {...again} />
  return again?.failure ? view(body, { status: toMend.has(again.failure.kind) ? 422 : 409 }) : body
}

/** What the sender can put right on the spot. */
const toMend: ReadonlySet<SubmitFailure['kind']> = new Set(['problems', 'contacts'])
